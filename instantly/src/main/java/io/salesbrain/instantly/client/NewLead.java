package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A person to be written to.
 *
 * @param fields Instantly's own by their names, such as first_name
 * @param variables the customer's own; texts only
 */
public record NewLead(String email, Map<String, String> fields, Map<String, String> variables) {
    public NewLead {
        fields = Map.copyOf(fields);
        variables = Map.copyOf(variables);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("email", email);
        fields.forEach(json::put);
        if (!variables.isEmpty()) {
            ObjectNode own = json.putObject("custom_variables");
            variables.forEach(own::put);
        }
        return json;
    }
}
