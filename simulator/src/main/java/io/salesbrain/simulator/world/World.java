package io.salesbrain.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Everybody who exists, the same for the same seed. */
public record World(long seed, List<Organization> organizations) {
    public static final int DEFAULT_ORGANIZATIONS = 3;
    public static final int DEFAULT_LEADS_PER_ORGANIZATION = 420;
    private static final int MOST_ORGANIZATIONS = 100;

    public World {
        organizations = List.copyOf(organizations);
    }

    public static World generate(long seed) {
        return generate(seed, DEFAULT_ORGANIZATIONS, DEFAULT_LEADS_PER_ORGANIZATION);
    }

    public static World generate(long seed, int organizations, int leadsPerOrganization) {
        if (organizations < 1 || organizations > MOST_ORGANIZATIONS) {
            throw new IllegalArgumentException(
                    "A world has 1 to " + MOST_ORGANIZATIONS + " organizations, not " + organizations + ".");
        }
        return new World(
                seed,
                IntStream.range(0, organizations)
                        .mapToObj(
                                index -> Founding.found(Agency.at(index), Seeds.mix(seed, index), leadsPerOrganization))
                        .toList());
    }

    /** The organization an API key of the stand-in API opens: any key names one, the same key always the same. */
    public static Organization forKey(long seed, String key, int leads) {
        long ownSeed = Seeds.mix(seed, Seeds.ofText(key));
        Agency kind = Agency.KNOWN.get((int) Long.remainderUnsigned(ownSeed, Agency.KNOWN.size()));
        String suffix = String.format("%04x", ownSeed >>> 48);
        return Founding.found(kind.renamed(kind.id() + "-" + suffix, kind.name() + " " + suffix), ownSeed, leads);
    }

    public Optional<Organization> organization(String id) {
        return organizations.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
