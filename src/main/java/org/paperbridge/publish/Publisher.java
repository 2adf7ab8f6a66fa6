package org.paperbridge.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the kit as it is now to every target that wants it. What a target has is in its state, nowhere else. */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final List<PlannedTarget> targets;
    private final Path kit;
    private final PublicKey site;
    private final StateFolder states;
    private final Clock clock;
    /** Waiting or at work; a target that hangs must not be begun twice. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @param kit folder of the kit */
    public Publisher(List<PlannedTarget> targets, Path kit, PublicKey site, StateFolder states, Clock clock) {
        this.targets = List.copyOf(targets);
        this.kit = kit;
        this.site = site;
        this.states = states;
        this.clock = clock;
    }

    /** Names of the targets to be served now; each is to be given to {@link #publish} once. */
    public List<String> due() {
        List<String> due = new ArrayList<>();
        String id;
        try {
            id = SignedKit.read(kit, site).id();
        } catch (PublishException e) {
            LOG.debug("No kit to publish yet", e);
            return due;
        }
        Instant now = clock.instant();
        for (PlannedTarget target : targets) {
            TargetState state = state(target.name());
            if (!now.isBefore(state.nextTry()) && target.schedule().wants(state, id, now) && busy.add(target.name())) {
                due.add(target.name());
            }
        }
        return due;
    }

    /** @return how the target stands now */
    public TargetState publish(String name) {
        PlannedTarget target = targets.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No target " + name));
        TargetState after = state(name);
        try (KitSnapshot snapshot = KitSnapshot.take(kit, name, site)) {
            Said done = target.target().publish(snapshot.kit());
            after = after.done(snapshot.kit(), done, clock.instant());
            LOG.info("Target {}: {}", name, done.en());
        } catch (PublishException e) {
            after = after.failed(e.said(), clock.instant(), target.patience());
            LOG.warn("Target {}: {} Tried again at {}.", name, e.said().en(), after.nextTry());
            LOG.debug("Cause", e);
        } catch (IOException e) {
            // Only the hidden copy beside the kit could not be taken away; the next time does it.
            LOG.warn("Target {}: {}", name, e.getClass().getSimpleName());
        } finally {
            busy.remove(name);
        }
        keep(after);
        return after;
    }

    private TargetState state(String name) {
        try {
            return states.read(name).orElseGet(() -> {
                TargetState fresh = TargetState.fresh(name, clock.instant());
                keep(fresh);
                return fresh;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(TargetState state) {
        try {
            states.write(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
