package org.paperbridge.web;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.StaleTaskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reviewer screens on a port. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts serving. A new installation gets its first account, whose one-time password is written to a file in the
     * home folder.
     *
     * @throws WebUnavailableException saying in one line what to do
     */
    public static WebServer start(WebPorts ports, WebSettings settings) {
        FirstAccount first = new FirstAccount(ports.accounts(), settings.home());
        try {
            first.createIfNeeded(ports.random());
        } catch (IOException e) {
            throw new WebUnavailableException(
                    "The first password cannot be written to " + first.file() + ". Give this user the right to.", e);
        }
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = 64 * 1024L;
            config.staticFiles.add(files -> {
                files.hostedPath = "/static";
                files.directory = "/web/static";
                files.location = Location.CLASSPATH;
            });
            config.staticFiles.add(files -> {
                files.hostedPath = "/fonts";
                files.directory = "/fonts";
                files.location = Location.CLASSPATH;
            });
            route(config.routes, ports, settings, first);
        });
        try {
            javalin.start(settings.address(), settings.port());
        } catch (JavalinBindException e) {
            throw new WebUnavailableException(
                    "Port " + settings.port() + " on " + settings.address()
                            + " is taken or not allowed. Stop the other program or choose another port.",
                    e);
        }
        return new WebServer(javalin);
    }

    private static void route(RoutesConfig routes, WebPorts ports, WebSettings settings, FirstAccount first) {
        Gate gate = new Gate(ports, settings, first);
        SignInPages signIn = new SignInPages(ports, gate, first);
        ReviewPages review = new ReviewPages(ports, settings);
        AnswerPosts answers = new AnswerPosts(ports, settings, review);
        PictureResponses pictures = new PictureResponses(ports);
        AccountPages accounts = new AccountPages(ports);
        routes.before(gate::setHeaders);
        routes.get("/sign-in", gate.open(signIn::showSignIn));
        routes.post("/sign-in", gate.open(signIn::signIn));
        routes.post("/sign-out", gate.signedIn(signIn::signOut));
        routes.get("/password", gate.signedIn(signIn::showPassword));
        routes.post("/password", gate.signedIn(signIn::changePassword));
        routes.get("/", gate.signedIn(new StartPage(ports)::show));
        LedgerPage ledger = new LedgerPage(ports);
        routes.get("/ledger", gate.signedIn(ledger::show));
        routes.post("/ledger", gate.only(Role.REVIEWER, ledger::declare));
        SheetPages sheets = new SheetPages(ports);
        routes.get("/ledger/sheet/{serial}", gate.only(Role.REVIEWER, sheets::ofSheet));
        routes.post("/ledger/patient", gate.only(Role.REVIEWER, sheets::ofPatient));
        routes.post("/ledger/take-back", gate.only(Role.REVIEWER, sheets::takeBack));
        BatchPages batches = new BatchPages(ports);
        routes.get("/batches", gate.signedIn(batches::show));
        routes.post("/batches", gate.only(Role.REVIEWER, batches::print));
        DeliveryPages deliveries = new DeliveryPages(ports, settings.zone());
        routes.get("/deliveries", gate.signedIn(deliveries::show));
        routes.post("/deliveries", gate.only(Role.SUPERVISOR, deliveries::act));
        routes.get("/deliveries/picture/{position}/{field}", gate.only(Role.SUPERVISOR, deliveries::picture));
        DashboardPages dashboard = new DashboardPages(ports, settings.zone());
        routes.get("/dashboard", gate.anyOf(Visit.LEADERS, dashboard::show));
        routes.get("/dashboard/numbers", gate.anyOf(Visit.LEADERS, dashboard::renew));
        routes.get("/dashboard/stays.csv", gate.only(Role.SUPERVISOR, dashboard::export));
        ScanPage scan = new ScanPage(ports);
        routes.get("/scan", gate.signedIn(scan::show));
        routes.post("/scan/file", gate.only(Role.REVIEWER, scan::keep));
        routes.get("/scan/devices", gate.signedIn(scan::devices));
        routes.post("/scan/start", gate.only(Role.REVIEWER, scan::start));
        routes.post("/scan/stop", gate.only(Role.REVIEWER, scan::stop));
        routes.get("/audit", gate.only(Role.AUDITOR, new AuditPage(ports, settings.zone())::show));
        routes.post("/accounts/change", gate.only(Role.ADMINISTRATOR, accounts::change));
        routes.post("/accounts/password", gate.only(Role.ADMINISTRATOR, accounts::renewPassword));
        routes.get("/accounts", gate.only(Role.ADMINISTRATOR, accounts::show));
        routes.post("/accounts", gate.only(Role.ADMINISTRATOR, accounts::add));
        CarouselPages carousel = new CarouselPages(ports, settings);
        routes.get("/carousel", gate.only(Role.REVIEWER, carousel::show));
        routes.post("/carousel", gate.only(Role.REVIEWER, carousel::confirm));
        routes.post("/carousel/release", gate.only(Role.REVIEWER, carousel::release));
        routes.get("/next", gate.only(Role.REVIEWER, review::next));
        routes.get("/task/{task}", gate.only(Role.REVIEWER, review::show));
        routes.post("/task/{task}/field", gate.only(Role.REVIEWER, answers::answerField));
        routes.post("/task/{task}/page", gate.only(Role.REVIEWER, answers::answerPage));
        routes.post("/task/{task}/release", gate.only(Role.REVIEWER, review::release));
        routes.post("/task/{task}/give-back", gate.only(Role.REVIEWER, review::giveBack));
        routes.get("/picture/{task}", gate.only(Role.REVIEWER, pictures::page));
        routes.get("/picture/{task}/earlier", gate.only(Role.REVIEWER, pictures::earlier));
        routes.get("/picture/{task}/earlier/{field}", gate.only(Role.REVIEWER, pictures::earlierField));
        routes.get("/picture/{task}/field/{field}", gate.only(Role.REVIEWER, pictures::field));
        routes.get("/picture/{task}/set/{page}", gate.only(Role.REVIEWER, pictures::ofSet));
        routes.get("/picture/{task}/other-copy/{field}", gate.only(Role.REVIEWER, pictures::otherCopy));
        routes.exception(
                StaleTaskException.class, (e, http) -> gate.visit(http).refuse(HttpStatus.CONFLICT, "refused.stale"));
        routes.exception(AnswerRefusedException.class, (e, http) -> {
            Visit visit = gate.visit(http);
            visit.refuse(HttpStatus.UNPROCESSABLE_CONTENT, "refused.answer", problem(visit, e));
        });
        routes.exception(Exception.class, (e, http) -> {
            LOG.error("A screen failed: {}", e.getClass().getName(), e);
            gate.visit(http).refuse(HttpStatus.INTERNAL_SERVER_ERROR, "refused.broken");
        });
        routes.error(404, http -> {
            if (!http.path().startsWith("/picture/")) {
                gate.visit(http).refuse(HttpStatus.NOT_FOUND, "refused.nothing-here");
            }
        });
    }

    private static String problem(Visit visit, AnswerRefusedException refused) {
        return visit.words()
                .sayMachineWord("problem", refused.problems().getFirst().split(":", 2)[0]);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
