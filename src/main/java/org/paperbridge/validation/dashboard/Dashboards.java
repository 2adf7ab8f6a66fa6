package org.paperbridge.validation.dashboard;

import java.util.List;

/** Counts the store for those who lead a recovery. */
public interface Dashboards {

    Dashboard count();

    /**
     * Stays that cannot be billed yet, the one whose first page came longest ago first. Whose they are is only said to
     * those who may see patients.
     */
    List<StayAtRisk> listStays(int most);
}
