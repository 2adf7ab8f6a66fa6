package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        show(visit, "", Optional.empty());
    }

    void add(Visit visit) {
        String name = visit.sent("name").strip().toLowerCase(Locale.ROOT);
        String display = visit.sent("display").strip();
        String password = OneTimePassword.draw(ports.random(), LETTERS, 16, 4);
        try {
            ports.accounts()
                    .add(
                            new Account(name, display.isEmpty() ? name : display, roles(visit), true, true),
                            password.toCharArray());
        } catch (IllegalArgumentException e) {
            refuse(visit, "accounts.refused");
            return;
        }
        ports.audit().append(visit.who(), "add-account", name, Map.of("roles", said(roles(visit))));
        show(visit, "", Optional.of(new Given("accounts.added", name, password)));
    }

    /** Rights, and whether somebody may sign in at all; from the next click on. Nobody locks themselves out. */
    void change(Visit visit) {
        Optional<Account> account = ports.accounts().findAccount(visit.sent("name"));
        Set<Role> roles = roles(visit);
        boolean active = visit.sent("active").equals("1");
        boolean myself = account.filter(a -> a.name().equals(visit.who())).isPresent();
        if (account.isEmpty() || myself && !(active && roles.contains(Role.ADMINISTRATOR))) {
            refuse(visit, account.isEmpty() ? "accounts.unknown" : "accounts.yourself");
            return;
        }
        String name = account.get().name();
        ports.accounts().change(new Account(name, account.get().displayName(), roles, active));
        ports.audit()
                .append(
                        visit.who(),
                        "change-account",
                        name,
                        Map.of("roles", said(roles), "active", Boolean.toString(active)));
        visit.http().redirect("/accounts", HttpStatus.SEE_OTHER);
    }

    /** For somebody who forgot theirs. */
    void renewPassword(Visit visit) {
        String name = visit.sent("name");
        if (ports.accounts().findAccount(name).isEmpty()) {
            refuse(visit, "accounts.unknown");
            return;
        }
        String password = OneTimePassword.draw(ports.random(), LETTERS, 16, 4);
        ports.accounts().renewPassword(name, password.toCharArray());
        ports.sessions().closeAll(name);
        ports.audit().append(visit.who(), "renew-password", name, Map.of());
        show(visit, "", Optional.of(new Given("accounts.renewed", name, password)));
    }

    private void refuse(Visit visit, String key) {
        visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, visit.words().say(key), Optional.empty());
    }

    private static Set<Role> roles(Visit visit) {
        return Stream.of(Role.values())
                .filter(r -> visit.http().formParams("role").contains(r.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String said(Set<Role> roles) {
        return roles.stream().map(r -> r.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }

    /** A password that is shown once. */
    private record Given(String words, String name, String password) {}

    private void show(Visit visit, String message, Optional<Given> given) {
        Map<String, Object> values = new HashMap<>();
        values.put("message", message);
        values.put(
                "lines",
                ports.accounts().listAccounts().stream()
                        .map(a -> line(visit, a))
                        .toList());
        values.put("said", given.map(g -> visit.words().say(g.words())).orElse(""));
        values.put("added", given.map(Given::name).orElse(""));
        values.put("password", given.map(Given::password).orElse(""));
        values.put("choices", choices(visit, Set.of(Role.REVIEWER)));
        visit.show("accounts", values);
    }

    private static Map<String, Object> line(Visit visit, Account account) {
        Map<String, Object> line = new HashMap<>();
        line.put("name", account.name());
        line.put("display", account.displayName());
        line.put("active", account.active());
        line.put(
                "roles",
                account.roles().stream().sorted().map(r -> word(visit, r)).collect(Collectors.joining(", ")));
        line.put("choices", choices(visit, account.roles()));
        return line;
    }

    private static List<Map<String, Object>> choices(Visit visit, Set<Role> chosen) {
        return Stream.of(Role.values())
                .map(r ->
                        Map.<String, Object>of("code", r.name(), "text", word(visit, r), "chosen", chosen.contains(r)))
                .toList();
    }

    private static String word(Visit visit, Role role) {
        return visit.words().say("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
