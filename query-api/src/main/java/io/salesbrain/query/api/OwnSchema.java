package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For types that write their own JSON: who knows what it looks like. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnSchema {
    Class<? extends Source> value();

    /** Made anew for each use. */
    @FunctionalInterface
    interface Source {
        ObjectNode schema();
    }
}
