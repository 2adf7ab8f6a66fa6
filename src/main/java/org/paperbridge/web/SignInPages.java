package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.validation.account.Account;

/** Signing in and out, and choosing a password. */
final class SignInPages {

    private final WebPorts ports;
    private final Gate gate;
    private final FirstAccount first;
    private final SignInThrottle throttle;

    SignInPages(WebPorts ports, Gate gate, FirstAccount first) {
        this.ports = ports;
        this.gate = gate;
        this.first = first;
        this.throttle = new SignInThrottle(ports.clock());
    }

    void showSignIn(Visit visit) {
        boolean over = visit.http().queryParam("over") != null;
        show(visit, over ? visit.words().say("refused.session-over") : "", "");
    }

    void signIn(Visit visit) {
        String name = visit.sent("name").strip().toLowerCase(Locale.ROOT);
        String address = "address " + visit.http().ip();
        Duration wait = longer(throttle.waitOf("name " + name), throttle.waitOf(address));
        if (!wait.isZero()) {
            visit.http().status(HttpStatus.TOO_MANY_REQUESTS);
            show(visit, visit.words().say("sign-in.wait", wait.toSeconds() + 1), name);
            return;
        }
        Optional<Account> account =
                ports.accounts().signIn(name, visit.sent("password").toCharArray());
        if (account.isEmpty()) {
            throttle.failed("name " + name);
            throttle.failed(address);
            ports.audit().append("system", "sign-in-refused", "sign-in", Map.of());
            visit.http().status(HttpStatus.UNAUTHORIZED);
            show(visit, visit.words().say("sign-in.wrong"), name);
            return;
        }
        throttle.succeeded("name " + name);
        throttle.succeeded(address);
        gate.openSession(visit, account.get());
        ports.audit().append(account.get().name(), "sign-in", account.get().name(), Map.of());
        visit.http().redirect("/", HttpStatus.SEE_OTHER);
    }

    void signOut(Visit visit) {
        gate.closeSession(visit);
        ports.audit().append(visit.who(), "sign-out", visit.who(), Map.of());
        visit.http().redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    void showPassword(Visit visit) {
        showPassword(visit, "");
    }

    void changePassword(Visit visit) throws IOException {
        String fresh = visit.sent("new");
        String problem = "";
        if (ports.accounts()
                .signIn(visit.who(), visit.sent("old").toCharArray())
                .isEmpty()) {
            problem = "password.old-wrong";
        } else if (!fresh.equals(visit.sent("again"))) {
            problem = "password.not-alike";
        } else if (fresh.equals(visit.sent("old"))) {
            problem = "password.unchanged";
        } else {
            try {
                ports.accounts().changePassword(visit.who(), fresh.toCharArray());
            } catch (IllegalArgumentException e) {
                problem = "password.short";
            }
        }
        if (!problem.isEmpty()) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            showPassword(visit, visit.words().say(problem));
            return;
        }
        first.passwordChanged(visit.account());
        ports.audit().append(visit.who(), "change-password", visit.who(), Map.of());
        visit.http().redirect("/", HttpStatus.SEE_OTHER);
    }

    private void showPassword(Visit visit, String message) {
        visit.show(
                "password",
                Map.of(
                        "message",
                        message,
                        "firstTime",
                        visit.account().oneTime() || first.mustChangePassword(visit.account())));
    }

    private void show(Visit visit, String message, String name) {
        boolean fresh = ports.accounts()
                .findAccount(FirstAccount.NAME)
                .filter(first::mustChangePassword)
                .isPresent();
        visit.show(
                "sign-in",
                Map.of(
                        "message",
                        message,
                        "name",
                        name,
                        "firstFile",
                        fresh ? first.file().getFileName().toString() : ""));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
