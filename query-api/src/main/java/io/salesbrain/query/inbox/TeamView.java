package io.salesbrain.query.inbox;

import io.salesbrain.events.TeamEntry.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of the team as the API shows them. */
final class TeamView {
    private TeamView() {}

    /** Beside what is theirs. */
    static Map<String, Object> brief(Member member) {
        var view = new LinkedHashMap<String, Object>();
        view.put("member_id", member.memberId());
        view.put("name", member.name());
        return view;
    }

    static Map<String, @Nullable Object> of(Member member, int assignedLeads) {
        var view = new LinkedHashMap<String, @Nullable Object>(brief(member));
        view.put("email", member.email());
        view.put("active", member.active());
        view.put("assigned_leads", assignedLeads);
        return view;
    }
}
