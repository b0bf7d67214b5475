package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/** The same event told a little differently: other order, a column the customer has since added, first no more. */
final class BodyVariation {
    private BodyVariation() {}

    static ObjectNode of(ObjectNode body) {
        ObjectNode varied = JsonNodeFactory.instance.objectNode();
        new ArrayList<>(body.properties()).reversed().forEach(field -> varied.set(field.getKey(), field.getValue()));
        if (varied.has("is_first")) {
            varied.put("is_first", false);
        }
        return varied.put("source", "list import");
    }
}
