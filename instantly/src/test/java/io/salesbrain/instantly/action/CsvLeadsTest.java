package io.salesbrain.instantly.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.instantly.client.NewLead;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvLeadsTest {
    @Test
    void columnsFindTheirFieldsAndTheRestAreVariables() throws Exception {
        var file = CsvLeads.read(
                "\uFEFFEmail,First Name,company,Tier\r\nADA@customer.example,Ada,\"Customer, \"\"Inc\"\"\",A\r\n\r\n");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.leads())
                .containsExactly(new NewLead(
                        "ada@customer.example",
                        Map.of("first_name", "Ada", "company_name", "Customer, \"Inc\""),
                        Map.of("Tier", "A")));
    }

    @Test
    void semicolonsAndLineBreaksInCells() throws Exception {
        var file = CsvLeads.read("E-Mail;Vorname;Notiz\nbo@customer.example;Bo;\"zwei\nZeilen\"\nnobody;X;\n");
        assertThat(file.leads()).singleElement().satisfies(lead -> {
            assertThat(lead.fields()).containsEntry("first_name", "Bo");
            assertThat(lead.variables()).containsEntry("Notiz", "zwei\nZeilen");
        });
        assertThat(file.rejected()).containsExactly(new CsvLeads.Rejected(4, "It has no usable e-mail address."));
    }

    @Test
    void eachBadLineSaysWhy() throws Exception {
        var file = CsvLeads.read("email\na@b.example\nA@B.example\na@c.example,more\n");
        assertThat(file.leads()).hasSize(1);
        assertThat(file.rejected()).extracting(CsvLeads.Rejected::line).containsExactly(3, 4);
    }

    @Test
    void aFileWithoutAddressesIsNone() {
        assertThatThrownBy(() -> CsvLeads.read("name\nAda\n")).isInstanceOf(CsvLeads.Unreadable.class);
        assertThatThrownBy(() -> CsvLeads.read("")).isInstanceOf(CsvLeads.Unreadable.class);
    }
}
