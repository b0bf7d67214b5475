/** The linear model, its metadata and its ONNX file. */
@NullMarked
package io.salesbrain.classifier.model;

import org.jspecify.annotations.NullMarked;
