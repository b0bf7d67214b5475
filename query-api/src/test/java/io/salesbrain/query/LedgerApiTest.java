package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String DEAL =
            "{\"deal_id\":\"d-1\",\"lead_email\":\" Ada@Customer.example\",\"amount\":\"1200\",\"currency\":\"eur\",\"closed_at\":\"2026-03-01T00:00:00Z\"}";

    private final String key = SERVER.organization().apiKey();

    private HttpResponse<String> csv(String path, String table) {
        return SERVER.send(key, "POST", path, "text/csv; charset=utf-8", table);
    }

    private static JsonNode error(HttpResponse<String> answer) {
        return ApiServer.read(answer.body()).get("error");
    }

    @Test
    void aDealIsRecordedReplacedReadAndTakenBack() {
        assertThat(SERVER.send(key, "POST", "/api/deals", DEAL).statusCode()).isEqualTo(201);
        var replaced = SERVER.send(key, "POST", "/api/deals", DEAL.replace("1200", "1500.5"));
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(ApiServer.read(replaced.body()).get("lead_email").asText()).isEqualTo("ada@customer.example");

        var items = SERVER.json(key, "/api/deals").get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("amount").asText()).isEqualTo("1500.50");
        assertThat(items.get(0).get("currency").asText()).isEqualTo("EUR");
        assertThat(SERVER.json(key, "/api/deals/d-1")).isEqualTo(items.get(0));
        assertThat(SERVER.get(SERVER.organization().apiKey(), "/api/deals/d-1").statusCode())
                .isEqualTo(404);

        assertThat(SERVER.send(key, "DELETE", "/api/deals/d-1", "").statusCode())
                .isEqualTo(200);
        assertThat(SERVER.json(key, "/api/deals").get("items")).isEmpty();
        assertThat(SERVER.send(key, "DELETE", "/api/deals/d-1", "").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(key, "POST", "/api/deals", DEAL).statusCode()).isEqualTo(201);
    }

    @Test
    void anothersEntriesCannotBeTakenBack() {
        assertThat(SERVER.send(key, "POST", "/api/deals", DEAL).statusCode()).isEqualTo(201);

        assertThat(SERVER.send(SERVER.organization().apiKey(), "DELETE", "/api/deals/d-1", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.json(key, "/api/deals").get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"lead_email,ada", "amount,-3", "currency,EURO", "closed_at,yesterday", "deal_id,''"})
    void aWrongFieldOfADealIsNamed(String field, String value) {
        var deal = DEAL.replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");

        var answer = SERVER.send(key, "POST", "/api/deals", deal);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer).get("details").get("field").asText()).isEqualTo(field);
    }

    @Test
    void aTableIsTakenAndTakenAgain() {
        var table = """
                \uFEFFdeal_id;closed_at;amount;currency;lead_email
                d-1;2026-03-01;100;EUR;ada@customer.example
                "d;2";2026-03-02T10:00:00+01:00;"2.5";USD;Bob <bob@customer.example>

                """;
        var first = csv("/api/deals", table);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"lines\":2", "\"created\":2", "\"updated\":0");
        var second = csv("/api/deals", table.replace("100", "101"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"created\":0", "\"updated\":2");

        var items = SERVER.json(key, "/api/deals").get("items");
        assertThat(items.findValuesAsText("deal_id")).containsExactly("d;2", "d-1");
        assertThat(items.findValuesAsText("amount")).containsExactly("2.50", "101.00");
        assertThat(items.findValuesAsText("closed_at"))
                .containsExactly("2026-03-02T09:00:00.000Z", "2026-03-01T00:00:00.000Z");
    }

    @Test
    void aTableWithAWrongLineIsNotTakenAtAll() {
        var answer = csv("/api/costs", """
                cost_id,amount,currency,incurred_at,campaign_id,account
                a,10,EUR,2026-03-01,c1,
                b,ten,EUR,2026-03-01,c1,
                c,10,EUR,2026-03-01,c1,box@sender.example
                d,10
                a,11,EUR,2026-03-01,c1,
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        var details = error(answer).get("details");
        assertThat(details.get("wrong_lines").asInt()).isEqualTo(4);
        assertThat(details.get("errors").findValuesAsText("line")).containsExactly("3", "4", "5", "6");
        assertThat(details.get("errors").findValuesAsText("field")).containsExactly("amount", "account", "cost_id");
        assertThat(SERVER.json(key, "/api/costs").get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deal_id,price\n", "deal_id,deal_id\n", "deal_id,amount\n\"d-1,5"})
    void whatIsNoTableIsRefused(String table) {
        assertThat(csv("/api/deals", table).statusCode()).isBetween(400, 422);
        assertThat(SERVER.json(key, "/api/deals").get("items")).isEmpty();
    }

    @Test
    void aTableHasALimit() {
        var table = "cost_id,amount,currency,incurred_at\n"
                + IntStream.range(0, 10_001)
                        .mapToObj(n -> "c" + n + ",1,EUR,2026-03-01\n")
                        .collect(Collectors.joining());

        assertThat(csv("/api/costs", table).statusCode()).isEqualTo(413);
        assertThat(csv("/api/costs", table.substring(0, table.lastIndexOf("c10000")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aTableForAnotherOrganizationIsRefused() {
        var answer = csv("/api/costs", """
                cost_id,amount,currency,incurred_at,organization_id
                a,10,EUR,2026-03-01,somebody-else
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(error(answer).get("details").toString()).contains("another organization");
    }

    @Test
    void aListShowsWhatIsAskedFor() {
        var taken = csv("/api/costs", """
                cost_id,amount,currency,incurred_at,campaign_id,account
                a,1,EUR,2026-03-01,c1,
                b,2,EUR,2026-03-02,c2,
                c,3,EUR,2026-03-03,c1,
                d,4,EUR,2026-03-04,,box@sender.example
                """);
        assertThat(taken.statusCode()).isEqualTo(201);

        assertThat(ids("campaign_id=c1")).containsExactly("c", "a");
        assertThat(ids("account=box@sender.example")).containsExactly("d");
        assertThat(ids("from=2026-03-02&to=2026-03-03")).containsExactly("c", "b");
        assertThat(ids("from=2026-03-02T00:00:01Z&campaign_id=c2")).isEmpty();
        assertThat(SERVER.get(key, "/api/costs?from=soon").statusCode()).isEqualTo(400);
    }

    private List<String> ids(String query) {
        return SERVER.json(key, "/api/costs?" + query).get("items").findValuesAsText("cost_id");
    }
}
