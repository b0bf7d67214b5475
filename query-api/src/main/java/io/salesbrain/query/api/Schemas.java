package io.salesbrain.query.api;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema of the records that requests and answers are made of. What a record's type does not say, {@link Says} and
 * {@link Bounds} do; names are those that {@link Json#MAPPER} writes.
 */
final class Schemas {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** Types that are written as something else than their fields. */
    private static final Map<Class<?>, Map<String, Object>> WRITTEN_AS = Map.of(
            OrganizationId.class, Map.of("type", "string", "pattern", "^" + OrganizationId.SHAPE.pattern() + "$"),
            JsonNode.class, Map.of(),
            RawValue.class, Map.of(),
            Object.class, Map.of());

    /** Of records that other modules own. */
    private static final Map<String, String> WORDS = Map.of(
            "Money", "An amount in a currency; amounts of different currencies are never added.",
            "Interval", "Where a share lies with a probability of 95 %.",
            "Money.amount", "A decimal number as text.",
            "Money.currency", "A code of ISO 4217.",
            "Interval.lower", "From 0 to 1.",
            "Interval.upper", "From 0 to 1.");

    private final SchemaBuilder builder;

    Schemas() {
        var config = new SchemaGeneratorConfigBuilder(Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.PLAIN_DEFINITION_KEYS)
                .with(new JacksonModule(JacksonOption.IGNORE_PROPERTY_NAMING_STRATEGY));
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withDefinitionNamingStrategy((key, _) -> name(key.getType()))
                .withSubtypeResolver((type, context) -> type.getErasedType().isSealed()
                        ? Arrays.stream(type.getErasedType().getPermittedSubclasses())
                                .map(each -> context.getTypeContext().resolve(each))
                                .toList()
                        : null)
                .withDescriptionResolver(scope -> says(scope.getType().getErasedType()))
                .withCustomDefinitionProvider(Schemas::writtenAs);
        fields(config.forFields());
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    private static void fields(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withPropertyNameOverrideResolver(field -> SNAKE.translate(field.getDeclaredName()))
                .withNullableCheck(field -> isNullable(field) && !isLeftOut(field))
                .withRequiredCheck(field -> !isLeftOut(field) && !(isSent(field) && isNullable(field)))
                .withTargetTypeOverridesResolver(Schemas::writtenAsText)
                .withDescriptionResolver(Schemas::says)
                .withEnumResolver(field -> {
                    var bounds = field.getAnnotation(Bounds.class);
                    return bounds == null || bounds.oneOf().length == 0 ? null : List.of(bounds.oneOf());
                })
                .withStringFormatResolver(field -> {
                    var bounds = field.getAnnotation(Bounds.class);
                    return bounds == null || bounds.format().isEmpty() ? null : bounds.format();
                })
                .withStringMaxLengthResolver(Schemas::longest)
                .withNumberInclusiveMinimumResolver(field -> {
                    var bounds = field.getAnnotation(Bounds.class);
                    return bounds == null ? null : number(bounds.least());
                })
                .withNumberInclusiveMaximumResolver(field -> {
                    var bounds = field.getAnnotation(Bounds.class);
                    return bounds == null ? null : number(bounds.most());
                });
    }

    private static @Nullable BigDecimal number(long bound) {
        return bound == Bounds.NONE ? null : BigDecimal.valueOf(bound);
    }

    private static @Nullable Integer longest(FieldScope field) {
        var bounds = field.getAnnotation(Bounds.class);
        return isSent(field) && bounds != null && bounds.oneOf().length == 0 ? (Integer) bounds.longest() : null;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(FieldScope field) {
        var include = field.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static boolean isSent(FieldScope field) {
        return Sent.class.isAssignableFrom(field.getDeclaringType().getErasedType());
    }

    private static @Nullable List<ResolvedType> writtenAsText(FieldScope field) {
        var format = field.getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.STRING
                ? List.of(field.getContext().resolve(String.class))
                : null;
    }

    private static @Nullable String says(FieldScope field) {
        var says = field.getAnnotation(Says.class);
        if (says != null && !field.isFakeContainerItemScope()) {
            return says.value();
        }
        return WORDS.get(field.getDeclaringType().getErasedType().getSimpleName() + "." + field.getDeclaredName());
    }

    private static @Nullable String says(Class<?> type) {
        var says = type.getAnnotation(Says.class);
        return says == null ? WORDS.get(type.getSimpleName()) : says.value();
    }

    private static @Nullable CustomDefinition writtenAs(ResolvedType resolved, SchemaGenerationContext context) {
        var type = resolved.getErasedType();
        if (type == Known.class) {
            var schema = context.createDefinition(resolved.getTypeParameters().getFirst());
            var inner = schema.path("type").asText();
            schema.putArray("type").add(inner).add("null");
            return inline(schema);
        }
        if (type == Map.class) {
            var schema = Json.MAPPER.createObjectNode().put("type", "object");
            var values = resolved.getTypeParameters().get(1);
            schema.set("additionalProperties", context.createDefinitionReference(values));
            return inline(schema);
        }
        if (type.isEnum()) {
            var schema = Json.MAPPER.createObjectNode().put("type", "string");
            for (var constant : type.getEnumConstants()) {
                schema.withArrayProperty("enum").add(Json.MAPPER.<JsonNode>valueToTree(constant));
            }
            return inline(schema);
        }
        var own = type.getAnnotation(OwnSchema.class);
        if (own != null) {
            return inline(schema(own.value()));
        }
        var known = WRITTEN_AS.get(type);
        return known == null ? null : inline(Json.MAPPER.valueToTree(known));
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static ObjectNode schema(Class<? extends OwnSchema.Source> source) {
        try {
            return source.getDeclaredConstructor().newInstance().schema();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(source + " has no constructor without arguments", e);
        }
    }

    /** Of a record its own name, of a page that of its items; that a class is a view is no matter for readers. */
    private static String name(ResolvedType type) {
        var simple = type.getErasedType().getSimpleName();
        var name = simple.endsWith("View") ? simple.substring(0, simple.length() - "View".length()) : simple;
        var parameters = type.getTypeParameters();
        return parameters.isEmpty() ? name : name(parameters.getFirst()) + name;
    }

    /** A reference to what {@link #all} has then. */
    ObjectNode of(Shape shape) {
        return builder.createSchemaReference(shape.type(), shape.of().toArray(Class<?>[]::new));
    }

    /** Every schema that was referred to, by name. */
    Map<String, JsonNode> all() {
        var all = new TreeMap<String, JsonNode>();
        builder.collectDefinitions("components/schemas").properties().forEach(entry -> {
            flatten((ObjectNode) entry.getValue());
            all.put(entry.getKey(), entry.getValue());
        });
        return all;
    }

    /** What is unwrapped into an object becomes its own fields. */
    private static void flatten(ObjectNode schema) {
        var parts = schema.remove("allOf");
        if (parts == null) {
            return;
        }
        for (var part : parts) {
            var inner = (ObjectNode) part;
            flatten(inner);
            schema.withObjectProperty("properties").setAll(inner.withObjectProperty("properties"));
            var required = schema.withArrayProperty("required");
            for (var name : inner.withArrayProperty("required")) {
                if (required.valueStream().noneMatch(name::equals)) {
                    required.add(name);
                }
            }
        }
    }
}
