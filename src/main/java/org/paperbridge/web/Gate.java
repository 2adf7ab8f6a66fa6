package org.paperbridge.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.account.Session;
import org.paperbridge.web.view.Words;

/** Lets a request through to a page, or not: who is it, may they, and was it sent from our own page. */
final class Gate {

    static final String SESSION = "paperbridge";
    static final String TOKEN = "token";
    /** Where a request whose body is a file carries the token. */
    static final String TOKEN_HEADER = "X-Token";

    private static final String LANGUAGE = "language";
    private static final int A_YEAR_S = 31_536_000;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "private, no-store");

    private final WebPorts ports;
    private final WebSettings settings;
    private final FirstAccount first;
    private final Screens screens = new Screens();
    private final Map<String, Words> words = new HashMap<>();

    Gate(WebPorts ports, WebSettings settings, FirstAccount first) {
        this.ports = ports;
        this.settings = settings;
        this.first = first;
        Words.LANGUAGES.forEach(l -> words.put(l, Words.load(l)));
    }

    /** Before everything else. */
    void setHeaders(Context http) {
        HEADERS.forEach(http::header);
    }

    Handler open(Page page) {
        return http -> {
            Visit visit = visit(http);
            if (isForeign(http)) {
                visit.refuse(HttpStatus.FORBIDDEN, "refused.not-from-here");
            } else {
                page.serve(visit);
            }
        };
    }

    Handler signedIn(Page page) {
        return open(visit -> {
            if (visit.session().isEmpty()) {
                refuseStranger(visit);
            } else if (isChange(visit.http()) && !tokenFits(visit)) {
                visit.refuse(HttpStatus.FORBIDDEN, "refused.not-from-here");
            } else if ((visit.account().oneTime() || first.mustChangePassword(visit.account()))
                    && !List.of("/password", "/sign-out").contains(visit.http().path())) {
                visit.http().redirect("/password", HttpStatus.SEE_OTHER);
            } else {
                page.serve(visit);
            }
        });
    }

    Handler only(Role role, Page page) {
        return anyOf(Set.of(role), page);
    }

    /** For everybody who has one of these roles. */
    Handler anyOf(Set<Role> roles, Page page) {
        return signedIn(visit -> {
            if (visit.account().roles().stream().anyMatch(roles::contains)) {
                page.serve(visit);
            } else {
                visit.refuse(HttpStatus.FORBIDDEN, "refused.role");
            }
        });
    }

    void openSession(Visit visit, Account account) {
        String secret = ports.sessions().open(account, settings.idle());
        visit.http().cookie(cookie(SESSION, secret, -1, true));
    }

    void closeSession(Visit visit) {
        Optional.ofNullable(visit.http().cookie(SESSION)).ifPresent(ports.sessions()::close);
        visit.http().cookie(cookie(SESSION, "", 0, true));
    }

    /** For errors outside any page. */
    Visit visit(Context http) {
        Optional<Session> session = Optional.ofNullable(http.cookie(SESSION))
                .flatMap(s -> ports.sessions().find(s, settings.idle()));
        return new Visit(http, screens, wordsFor(http), session);
    }

    private void refuseStranger(Visit visit) {
        if (visit.isFromScript()) {
            visit.refuse(HttpStatus.UNAUTHORIZED, "refused.session-over");
        } else {
            boolean expired = visit.http().cookie(SESSION) != null;
            visit.http().redirect(expired ? "/sign-in?over=1" : "/sign-in", HttpStatus.SEE_OTHER);
        }
    }

    private Words wordsFor(Context http) {
        String asked = Optional.ofNullable(http.queryParam("lang")).orElse("");
        if (Words.LANGUAGES.contains(asked)) {
            http.cookie(cookie(LANGUAGE, asked, A_YEAR_S, false));
        }
        String browser = Optional.ofNullable(http.header("Accept-Language")).orElse("");
        return wordsIn(asked)
                .or(() -> wordsIn(Optional.ofNullable(http.cookie(LANGUAGE)).orElse("")))
                .or(() -> wordsIn(browser.startsWith("en") ? "en" : "fr"))
                .orElseThrow();
    }

    private Optional<Words> wordsIn(String language) {
        return Optional.ofNullable(words.get(language));
    }

    private Cookie cookie(String name, String value, int maxAgeS, boolean secret) {
        Cookie cookie = new Cookie(name, value, "/", maxAgeS, settings.secureCookies());
        cookie.setHttpOnly(secret);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    /** A browser says where a form comes from; one sent from another site is refused even before sign-in. */
    private static boolean isForeign(Context http) {
        if (!isChange(http)) {
            return false;
        }
        String site = Optional.ofNullable(http.header("Sec-Fetch-Site")).orElse("same-origin");
        String origin = Optional.ofNullable(http.header("Origin")).orElse("");
        boolean otherOrigin = !origin.isEmpty() && !origin.equals(http.scheme() + "://" + http.host());
        return !List.of("same-origin", "none").contains(site) || otherOrigin;
    }

    private static boolean isChange(Context http) {
        return http.method() != HandlerType.GET && http.method() != HandlerType.HEAD;
    }

    private static boolean tokenFits(Visit visit) {
        byte[] sent = Optional.ofNullable(visit.http().header(TOKEN_HEADER))
                .orElseGet(() -> visit.sent(TOKEN))
                .getBytes(StandardCharsets.UTF_8);
        byte[] right = visit.session().map(Session::antiForgeryToken).orElse("").getBytes(StandardCharsets.UTF_8);
        return right.length > 0 && MessageDigest.isEqual(sent, right);
    }

    /** What answers a request that was let through. */
    @FunctionalInterface
    interface Page {
        void serve(Visit visit) throws Exception;
    }
}
