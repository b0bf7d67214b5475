package io.salesbrain.query.routes;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.tenancy.CreatedOrganization;
import io.salesbrain.tenancy.OrganizationInfo;
import java.time.Instant;
import java.util.List;

/** What {@link OrganizationRoutes} say of themselves. */
public final class OrganizationOperations {
    private static final Parameter ID = Parameter.path("id", "An organization_id.", "acme");

    public static final Operation CREATE = Operation.says(
                    Tag.ADMINISTRATION, "Makes an organization with its first keys.")
            .more("The keys are shown in this answer and never again.")
            .takes(OrganizationSent.class, "{\"organization_id\":\"new-customer\",\"name\":\"New Customer Ltd\"}")
            .answers(201, "The organization and its keys.", CreatedOrganizationView.class)
            .fails(409, "There is an organization with this id already.");

    public static final Operation LIST = Operation.says(Tag.ADMINISTRATION, "All organizations, by id.")
            .paged()
            .answersPage(OrganizationView.class);

    public static final Operation SET_WORKSPACES = Operation.says(
                    Tag.ADMINISTRATION, "Says which workspaces at Instantly are an organization's.")
            .more(
                    "Replaces what was known; an empty list means that nothing is. Events that name another workspace are flagged.")
            .with(ID)
            .takes(WorkspacesSent.class, "{\"workspaces\":[\"w-1\"]}")
            .answers(OrganizationView.class);

    public static final Operation ASSIGN_CAMPAIGN = Operation.says(
                    Tag.ADMINISTRATION, "Says that a campaign of a shared workspace is an organization's.")
            .more("From then on arriving events of that campaign belong there and only there; earlier ones stay.")
            .with(Parameter.path("id", "Instantly's id of the campaign, at most 256 characters.", "campaign-9"))
            .takes(AssignmentSent.class, "{\"organization_id\":\"acme\"}")
            .answers(Assignment.class);

    @Says("A new organization.")
    record OrganizationSent(
            @Says("1 to 64 letters, digits, dots, dashes or underscores; begins with a letter or digit.")
            @Bounds(longest = 64)
            String organizationId,

            @Says("For people.") @Bounds(longest = 200) String name)
            implements Sent {}

    @Says("An organization's workspaces.")
    record WorkspacesSent(@Says("Their ids, at most 100.") List<String> workspaces) implements Sent {}

    @Says("Whose a campaign is.")
    record AssignmentSent(
            @Says("An organization there is.") @Bounds(longest = 64)
            String organizationId) implements Sent {}

    @Says("An organization and its first keys.")
    record CreatedOrganizationView(
            @Says("Its id.") OrganizationId organizationId,
            @Says("For people.") String name,
            @Says("Opens its data; shown once.") String apiKey,
            @Says("Opens the webhook; shown once.") String webhookSecret) {
        static CreatedOrganizationView of(CreatedOrganization created) {
            return new CreatedOrganizationView(
                    created.organizationId(), created.name(), created.apiKey(), created.webhookSecret());
        }
    }

    @Says("An organization.")
    record OrganizationView(
            @Says("Its id.") OrganizationId organizationId,
            @Says("For people.") String name,
            @Says("When it was made.") Instant createdAt,

            @Says("Its workspaces at Instantly, as far as known.")
            List<String> workspaces) {
        static OrganizationView of(OrganizationInfo info) {
            return new OrganizationView(info.organizationId(), info.name(), info.createdAt(), info.workspaces());
        }
    }

    @Says("Whose a campaign is.")
    record Assignment(
            @Says("Instantly's id of it.") String campaignId,
            @Says("Whose it is from now on.") OrganizationId organizationId) {}

    private OrganizationOperations() {}
}
