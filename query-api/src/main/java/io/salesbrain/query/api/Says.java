package io.salesbrain.query.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field, or an object as a whole, means to those who read it: unit, and what null stands for. Javadoc is gone at run
 * time; this is what the description of the API is made of.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Says {
    String value();
}
