package io.salesbrain.simulator.world;

import java.time.ZoneId;
import java.util.List;

/** The character an organization is founded with: name, place, sending domains, and the languages of its campaigns. */
record Agency(
        String id,
        String name,
        ZoneId zone,
        List<String> sendingDomains,
        List<Language> campaignLanguages,
        int mailboxes,
        boolean oneMailboxGoesBad) {

    static final List<Agency> KNOWN = List.of(
            new Agency(
                    "nordlicht-leadwerk",
                    "Nordlicht Leadwerk",
                    ZoneId.of("Europe/Berlin"),
                    List.of("nordlicht-leadwerk.example", "nordlicht-kontakt.example"),
                    List.of(Language.GERMAN, Language.GERMAN, Language.ENGLISH),
                    4,
                    true),
            new Agency(
                    "copper-finch",
                    "Copper Finch Outreach",
                    ZoneId.of("Europe/London"),
                    List.of("copperfinch.example", "try-copperfinch.example"),
                    List.of(Language.ENGLISH, Language.ENGLISH, Language.GERMAN, Language.ENGLISH),
                    4,
                    false),
            new Agency(
                    "alpenpost-vertrieb",
                    "Alpenpost Vertrieb",
                    ZoneId.of("Europe/Zurich"),
                    List.of("alpenpost-vertrieb.example"),
                    List.of(Language.GERMAN, Language.ENGLISH),
                    3,
                    false));

    /** The known agencies first; beyond them their kinds come again under numbered names. */
    static Agency at(int index) {
        Agency kind = KNOWN.get(index % KNOWN.size());
        int round = index / KNOWN.size();
        return round == 0 ? kind : kind.renamed(kind.id + "-" + (round + 1), kind.name + " " + (round + 1));
    }

    Agency renamed(String newId, String newName) {
        return new Agency(newId, newName, zone, sendingDomains, campaignLanguages, mailboxes, oneMailboxGoesBad);
    }
}
