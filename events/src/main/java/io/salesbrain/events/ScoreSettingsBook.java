package io.salesbrain.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The score settings of all organizations, as the log has them; read by any thread. */
public final class ScoreSettingsBook {
    private final Map<OrganizationId, OrganizationScoring> own = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** Takes a record of the settings topic; a null value goes back to the defaults. */
    public void accept(String key, @Nullable OrganizationScoring scoring) {
        if (scoring == null) {
            own.remove(new OrganizationId(key));
        } else {
            own.put(scoring.organizationId(), scoring);
        }
        changes.incrementAndGet();
    }

    public ScoreSettings of(OrganizationId organization) {
        return own(organization).map(OrganizationScoring::settings).orElse(ScoreSettings.DEFAULT);
    }

    /** Empty where the defaults hold. */
    public Optional<OrganizationScoring> own(OrganizationId organization) {
        return Optional.ofNullable(own.get(organization));
    }

    /** Those that are not the defaults. */
    public Map<OrganizationId, OrganizationScoring> all() {
        return Map.copyOf(own);
    }

    /** Rises with every record: whoever remembers it knows whether anything is new. */
    public long changes() {
        return changes.get();
    }
}
