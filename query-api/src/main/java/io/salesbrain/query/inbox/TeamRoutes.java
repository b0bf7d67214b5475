package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.TeamEntry.Member;
import io.salesbrain.events.TeamEntry.Rule;
import io.salesbrain.events.TeamEntry.Rules;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.inbox.ShownTeam.MemberItem;
import io.salesbrain.query.inbox.ShownTeam.MemberList;
import io.salesbrain.query.inbox.ShownTeam.RuleList;
import io.salesbrain.query.team.TeamBook;
import java.util.HashSet;
import java.util.UUID;

/** Who belongs to the team, and who gets new replies. */
public final class TeamRoutes {
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_RULES = 100;
    private static final int LONGEST_ID = 64;

    private final TeamBook team;
    private final Assignees assignees;
    private final InboxWriter writer;

    public TeamRoutes(TeamBook team, Assignees assignees, InboxWriter writer) {
        this.team = team;
        this.assignees = assignees;
        this.writer = writer;
    }

    /** All of them at once, by name. */
    public void members(Context ctx, OrganizationId organization) {
        var leads = assignees.leads(organization);
        var items = team.members(organization).stream()
                .map(member -> MemberItem.of(member, leads.getOrDefault(member.memberId(), 0)))
                .toList();
        Answers.json(ctx, new MemberList(items, null));
    }

    public void add(Context ctx, OrganizationId organization) throws InterruptedException {
        var member = read(Body.of(ctx), organization, UUID.randomUUID().toString(), true);
        if (team.members(organization).size() >= MOST_MEMBERS) {
            throw ApiException.conflict("There are " + MOST_MEMBERS + " members already.");
        }
        writer.writeTeam(member.key(), member);
        Answers.json(ctx, 201, MemberItem.of(member, 0));
    }

    public void change(Context ctx, OrganizationId organization) throws InterruptedException {
        var known = find(ctx, organization);
        var body = Body.of(ctx);
        boolean active = body.has("active") ? body.flag("active") : known.active();
        var member = read(body, organization, known.memberId(), active);
        writer.writeTeam(member.key(), member);
        Answers.json(ctx, view(member));
    }

    /** What was this member's goes by the rules again. */
    public void remove(Context ctx, OrganizationId organization) throws InterruptedException {
        var member = find(ctx, organization);
        var view = view(member);
        writer.writeTeam(member.key(), null);
        Answers.json(ctx, view);
    }

    private MemberItem view(Member member) {
        return MemberItem.of(member, assignees.leads(member.organizationId()).getOrDefault(member.memberId(), 0));
    }

    private Member find(Context ctx, OrganizationId organization) {
        var id = ctx.pathParam("member_id");
        return team.find(organization, id).orElseThrow(() -> ApiException.notFound("There is no member " + id + "."));
    }

    private Member read(Body body, OrganizationId organization, String id, boolean active) {
        var email = body.optionalText("email")
                .map(text -> EmailAddress.parse(text)
                        .orElseThrow(() -> ApiException.badField("email", "email is an e-mail address.")));
        return new Member(organization, id, body.text("name"), email.orElse(null), active, writer.now());
    }

    public void rules(Context ctx, OrganizationId organization) {
        Answers.json(ctx, RuleList.of(team.rules(organization)));
    }

    /** Takes the place of all rules there were. */
    public void setRules(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var rules = Body.of(ctx).objects("rules", MOST_RULES).stream()
                .map(rule -> rule(rule, organization))
                .toList();
        var all = new Rules(organization, rules, by, writer.now());
        writer.writeTeam(all.key(), all);
        Answers.json(ctx, RuleList.of(rules));
    }

    private Rule rule(Body body, OrganizationId organization) {
        var members = body.texts("member_ids", MOST_MEMBERS, LONGEST_ID);
        if (members.isEmpty()) {
            throw ApiException.badField("member_ids", "A rule names at least one member.");
        }
        if (new HashSet<>(members).size() < members.size()) {
            throw ApiException.badField("member_ids", "A rule names each member once.");
        }
        for (var id : members) {
            if (team.find(organization, id).isEmpty()) {
                throw ApiException.badField("member_ids", "There is no member " + id + ".");
            }
        }
        return new Rule(body.optionalText("campaign_id").orElse(null), members);
    }
}
