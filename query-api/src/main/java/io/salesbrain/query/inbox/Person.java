package io.salesbrain.query.inbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who a lead is, by the columns that a delivery carried. */
record Person(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String jobTitle) {
    private static final int LONGEST = 200;

    static Person of(Map<String, String> columns) {
        return new Person(
                first(columns, List.of("firstname", "vorname")),
                first(columns, List.of("lastname", "nachname", "surname")),
                first(columns, List.of("companyname", "company", "firma", "unternehmen")),
                first(columns, List.of("jobtitle", "position")));
    }

    /** A placeholder that nobody filled in is no name. */
    private static @Nullable String first(Map<String, String> columns, List<String> names) {
        for (var name : names) {
            var value = columns.getOrDefault(name, "").strip().replaceAll("\\s+", " ");
            if (!value.isEmpty() && value.length() <= LONGEST && !value.contains("{") && !value.contains("}")) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    String name() {
        if (firstName == null) {
            return lastName;
        }
        return lastName == null ? firstName : firstName + " " + lastName;
    }
}
