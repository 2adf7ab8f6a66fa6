package org.paperbridge.backentry;

import java.util.Optional;
import org.paperbridge.form.census.Patient;

/** Identity traits for messages that must carry a name (PID-5); the census as last loaded. */
@FunctionalInterface
public interface KnownPatients {

    Optional<Patient> find(String patientId);
}
