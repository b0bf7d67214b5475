package io.salesbrain.clickhouse.engine.child;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The parts of a request in ClickHouse's HTTP interface, told apart: statement, parameters, settings, and what is ours. */
record EngineRequest(
        String query,
        Map<String, String> parameters,
        Map<String, String> settings,
        String database,
        String format,
        String queryId,
        String user,
        String password,
        boolean gzipAnswer) {
    private static final String DEFAULT_FORMAT = "TabSeparated";
    private static final int MAX_DATA_BYTES = 64 * 1024 * 1024;
    private static final int MAX_TEXT_BYTES = 4 * 1024 * 1024;

    /** Parameters of the HTTP interface itself; every other name is a setting of the query. */
    private static final Set<String> RESERVED = Set.of(
            "query",
            "database",
            "default_format",
            "query_id",
            "user",
            "password",
            "quota_key",
            "buffer_size",
            "wait_end_of_query",
            "send_progress_in_http_headers",
            "http_headers_progress_interval_ms",
            "stacktrace",
            "compress",
            "decompress",
            "enable_http_compression",
            "session_check",
            "session_timeout",
            "client_protocol_version");

    private static final Set<String> NOT_OFFERED = Set.of("session_id", "role");

    static EngineRequest of(HttpExchange exchange) throws EngineError {
        Map<String, String> url = urlParameters(exchange.getRequestURI().getRawQuery());
        refuseWhatIsNotOffered(url, exchange);
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        if (exchange.getRequestMethod().equals("GET")) {
            settings.put("readonly", "2");
        }
        for (Map.Entry<String, String> entry : url.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith("param_")) {
                parameters.put(name.substring("param_".length()), entry.getValue());
            } else if (!RESERVED.contains(name)) {
                settings.put(settingName(name), entry.getValue());
            }
        }
        String[] credentials = credentials(exchange, url);
        return new EngineRequest(
                url.getOrDefault("query", ""),
                parameters,
                settings,
                firstOf(url.get("database"), header(exchange, "X-ClickHouse-Database"), "default"),
                firstOf(header(exchange, "X-ClickHouse-Format"), url.get("default_format"), DEFAULT_FORMAT),
                firstOf(
                        url.get("query_id"),
                        header(exchange, "X-ClickHouse-Query-Id"),
                        UUID.randomUUID().toString()),
                credentials[0],
                credentials[1],
                isOn(url.get("enable_http_compression"))
                        && firstOf(header(exchange, "Accept-Encoding"), "", "").contains("gzip"));
    }

    /** The request's body, unpacked, and never longer than the limit. */
    static LimitedBody data(HttpExchange exchange) throws EngineError, IOException {
        String encoding = firstOf(header(exchange, "Content-Encoding"), "", "identity");
        InputStream whole = new CompleteBody(exchange.getRequestBody(), contentLength(exchange));
        return switch (encoding) {
            case "identity" -> new LimitedBody(whole, MAX_DATA_BYTES);
            case "gzip" -> new LimitedBody(new GZIPInputStream(whole, 64 * 1024), MAX_DATA_BYTES);
            default ->
                throw EngineError.badRequest("The embedded engine takes bodies as they are or in gzip, not in "
                        + encoding + ": turn the client's compression off.");
        };
    }

    /** The statement's whole text: what stands in the URL, and behind it what stands in the body. */
    byte[] text(LimitedBody body) throws EngineError, IOException {
        byte[] inUrl = query.getBytes(StandardCharsets.UTF_8);
        byte[] inBody = body.readNBytes(MAX_TEXT_BYTES + 1);
        if (inBody.length > MAX_TEXT_BYTES) {
            throw EngineError.tooLarge("The statement is longer than " + MAX_TEXT_BYTES
                    + " bytes: put the statement into the URL's query parameter and the data into the body.");
        }
        if (inUrl.length == 0 || inBody.length == 0) {
            return inUrl.length == 0 ? inBody : inUrl;
        }
        byte[] both = Arrays.copyOf(inUrl, inUrl.length + 1 + inBody.length);
        both[inUrl.length] = '\n';
        System.arraycopy(inBody, 0, both, inUrl.length + 1, inBody.length);
        return both;
    }

    private static void refuseWhatIsNotOffered(Map<String, String> url, HttpExchange exchange) throws EngineError {
        if (isOn(url.get("compress")) || isOn(url.get("decompress"))) {
            throw EngineError.badRequest(
                    "The embedded engine does not speak ClickHouse's own compression: turn the client's compression off.");
        }
        for (String name : NOT_OFFERED) {
            if (url.containsKey(name)) {
                throw EngineError.badRequest("The embedded engine does not offer " + name + ".");
            }
        }
        if (firstOf(header(exchange, "Content-Type"), "", "").startsWith("multipart/")) {
            throw EngineError.badRequest(
                    "The embedded engine does not take multipart bodies: send parameters in the URL as param_<name>.");
        }
    }

    /** A name goes into a SET statement as it is, so it must be a name and nothing more. */
    private static String settingName(String name) throws EngineError {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw EngineError.badRequest("A setting's name has letters, digits, _ and . only.");
        }
        return name;
    }

    private static String[] credentials(HttpExchange exchange, Map<String, String> url) throws EngineError {
        String authorization = firstOf(header(exchange, "Authorization"), "", "");
        if (authorization.startsWith("Basic ")) {
            try {
                String decoded = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
                String[] parts = decoded.split(":", 2);
                return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
            } catch (IllegalArgumentException _) {
                throw EngineError.unauthenticated();
            }
        }
        return new String[] {
            firstOf(header(exchange, "X-ClickHouse-User"), url.get("user"), ""),
            firstOf(header(exchange, "X-ClickHouse-Key"), url.get("password"), "")
        };
    }

    private static Map<String, String> urlParameters(@Nullable String rawQuery) throws EngineError {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery == null) {
            return parameters;
        }
        for (String pair : rawQuery.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decode(String encoded) throws EngineError {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw EngineError.badRequest("The URL's parameters are not properly encoded.");
        }
    }

    private static long contentLength(HttpExchange exchange) {
        String length = header(exchange, "Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static boolean isOn(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String otherwise) {
        if (first != null && !first.isEmpty()) {
            return first;
        }
        return second != null && !second.isEmpty() ? second : otherwise;
    }
}
