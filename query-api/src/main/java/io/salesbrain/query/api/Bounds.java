package io.salesbrain.query.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field of a request may hold; what lies outside is a 422 that names the field. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Bounds {
    /** A whole number that no limit of ours reaches. */
    long NONE = Long.MIN_VALUE;

    long least() default NONE;

    long most() default NONE;

    /** In characters. */
    int longest() default 300;

    /** The texts there are; empty for any. */
    String[] oneOf() default {};

    /** As JSON Schema names it, such as date-time. */
    String format() default "";
}
