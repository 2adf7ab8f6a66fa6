package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;

/** Who may sign in, for administrators. */
final class AccountPages {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final WebPorts ports;

    AccountPages(WebPorts ports) {
        this.ports = ports;
    }

    void show(Visit visit) {
        show(visit, "", "", "");
    }

    void add(Visit visit) {
        String name = visit.sent("name").strip().toLowerCase(Locale.ROOT);
        String display = visit.sent("display").strip();
        Set<Role> roles = Stream.of(Role.values())
                .filter(r -> visit.http().formParams("role").contains(r.name()))
                .collect(java.util.stream.Collectors.toSet());
        String password = OneTimePassword.draw(ports.random(), LETTERS, 16, 4);
        try {
            ports.accounts()
                    .add(new Account(name, display.isEmpty() ? name : display, roles, true), password.toCharArray());
        } catch (IllegalArgumentException e) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, visit.words().say("accounts.refused"), "", "");
            return;
        }
        ports.audit().append(visit.who(), "add-account", name, Map.of());
        show(visit, "", name, password);
    }

    private void show(Visit visit, String message, String added, String password) {
        List<Map<String, Object>> lines = ports.accounts().listAccounts().stream()
                .map(a -> Map.<String, Object>of(
                        "name", a.name(), "display", a.displayName(), "roles", roles(visit, a), "active", a.active()))
                .toList();
        visit.show("accounts", Map.of("message", message, "lines", lines, "added", added, "password", password));
    }

    private static String roles(Visit visit, Account account) {
        return String.join(
                ", ",
                account.roles().stream()
                        .sorted()
                        .map(r -> visit.words().say("role." + r.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
