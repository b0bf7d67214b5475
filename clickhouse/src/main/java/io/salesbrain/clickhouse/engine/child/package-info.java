/**
 * What runs inside the engine's own process: the native library, and the HTTP endpoint in front of it. Nothing here uses a
 * class from outside the JDK, so that the process starts with this module alone on its class path.
 */
@NullMarked
package io.salesbrain.clickhouse.engine.child;

import org.jspecify.annotations.NullMarked;
