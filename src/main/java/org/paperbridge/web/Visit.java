package org.paperbridge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.account.Session;
import org.paperbridge.web.view.Words;

/** One request, with who sends it and the language to answer in. */
final class Visit {

    /** Those who follow how a recovery goes. */
    static final Set<Role> LEADERS = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);

    private static final JsonMapper JSON = new JsonMapper();

    private final Context http;
    private final Screens screens;
    private final Words words;
    private final Optional<Session> session;

    Visit(Context http, Screens screens, Words words, Optional<Session> session) {
        this.http = http;
        this.screens = screens;
        this.words = words;
        this.session = session;
    }

    Context http() {
        return http;
    }

    Words words() {
        return words;
    }

    Optional<Session> session() {
        return session;
    }

    Account account() {
        return session.orElseThrow(() -> new IllegalStateException("Nobody is signed in"))
                .account();
    }

    String who() {
        return account().name();
    }

    /** A form value; empty text when it was not sent. */
    String sent(String name) {
        return Optional.ofNullable(http.formParam(name)).orElse("");
    }

    /** True when the script asks, which understands JSON. */
    boolean isFromScript() {
        return Optional.ofNullable(http.header("Accept")).orElse("").startsWith("application/json");
    }

    void show(String page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>();
        all.put("message", "");
        all.putAll(values);
        all.put("signedIn", session.isPresent());
        all.put("account", session.map(s -> s.account().displayName()).orElse(""));
        all.put("administrator", is(Role.ADMINISTRATOR));
        all.put("leader", LEADERS.stream().anyMatch(this::is));
        all.put("auditor", is(Role.AUDITOR));
        all.put("token", session.map(Session::antiForgeryToken).orElse(""));
        http.html(screens.fill(page, words, all));
    }

    private boolean is(Role role) {
        return session.filter(s -> s.account().roles().contains(role)).isPresent();
    }

    /** A page, or for the script an answer, that says what went wrong and what to do. */
    void refuse(HttpStatus status, String key, Object... arguments) {
        http.status(status);
        String text = words.say(key, arguments);
        if (isFromScript()) {
            answer(Map.of("error", text, "reload", status == HttpStatus.CONFLICT));
        } else {
            show("message", Map.of("message", text));
        }
    }

    void answer(Map<String, Object> values) {
        try {
            http.contentType("application/json").result(JSON.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
