package io.salesbrain.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The alert settings of all organizations, as the log has them; read by any thread. */
public final class AlertSettingsBook {
    private final Map<OrganizationId, OrganizationAlerting> own = new ConcurrentHashMap<>();

    /** Takes a record of the settings topic; a null value goes back to the defaults. */
    public void accept(String key, @Nullable OrganizationAlerting alerting) {
        if (alerting == null) {
            own.remove(new OrganizationId(key));
        } else {
            own.put(alerting.organizationId(), alerting);
        }
    }

    public AlertSettings of(OrganizationId organization) {
        return own(organization).map(OrganizationAlerting::settings).orElse(AlertSettings.DEFAULT);
    }

    /** Empty where the defaults hold. */
    public Optional<OrganizationAlerting> own(OrganizationId organization) {
        return Optional.ofNullable(own.get(organization));
    }
}
