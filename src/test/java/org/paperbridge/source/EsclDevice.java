package org.paperbridge.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * A network scanner as eSCL 2.63 has it, over HTTP: capabilities, status, jobs, a page at a time. What lies in its
 * feeder is a list of pictures; faults are put in by hand. SANE's airscan backend scans from it too.
 */
public final class EsclDevice implements AutoCloseable {

    private static final String NAMESPACES =
            "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";

    private final HttpServer server;
    private final Deque<byte[]> feeder = new ArrayDeque<>();
    /** What was asked for, one entry a job. */
    public final List<Element> orders = new ArrayList<>();

    public boolean duplex = true;
    /** Answers 503 so many times before each page: the lamp is warming up. */
    public int notReady;
    /** The paper jams before this page of the job, from 1; 0 for never. */
    public int jamAt;
    /** The line breaks in the middle of this page of the job; 0 for never. */
    public int breakAt;
    /** It stops in the middle of this page and says nothing more. */
    public int silentAt;
    /** Asked before each page is handed out. */
    public Runnable beforePage = () -> {};

    private String adf = "";
    private int given;
    private int tries;
    private boolean job;
    private int jobs;
    private String jobState = "Processing";

    public EsclDevice() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/eSCL", this::serve);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/eSCL";
    }

    /** Puts sides into the feeder. */
    public synchronized void load(List<byte[]> pictures) {
        feeder.addAll(pictures);
        adf = "";
    }

    public synchronized int left() {
        return feeder.size();
    }

    /** Somebody opens the lid and takes the crumpled sheet out. */
    public synchronized void clearJam() {
        jamAt = 0;
        adf = "";
        job = false;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/eSCL".length());
        String method = exchange.getRequestMethod();
        if (method.equals("GET") && path.equals("/ScannerCapabilities")) {
            xml(exchange, capabilities());
        } else if (method.equals("GET") && path.equals("/ScannerStatus")) {
            xml(exchange, status());
        } else if (method.equals("POST") && path.equals("/ScanJobs")) {
            post(exchange);
        } else if (path.matches("/ScanJobs/[0-9]+/NextDocument") && method.equals("GET")) {
            next(exchange);
        } else if (path.matches("/ScanJobs/[0-9]+") && method.equals("DELETE")) {
            synchronized (this) {
                job = false;
                jobState = "Canceled";
            }
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (this) {
            if (job) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                Element order = factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(body))
                        .getDocumentElement();
                if (!order.getLocalName().equals("ScanSettings")) {
                    throw new IOException("no ScanSettings");
                }
                orders.add(order);
            } catch (Exception e) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            job = true;
            jobs++;
            given = 0;
            jobState = "Processing";
        }
        // devices behind another name write that name
        exchange.getResponseHeaders().set("Location", "http://scanner.local/eSCL/ScanJobs/" + jobs);
        exchange.sendResponseHeaders(201, -1);
    }

    private void next(HttpExchange exchange) throws IOException {
        beforePage.run();
        byte[] page;
        int number;
        synchronized (this) {
            if (job && tries < notReady) {
                tries++;
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            tries = 0;
            if (job && jamAt == given + 1) {
                adf = "ScannerAdfJam";
                job = false;
                jobState = "Aborted";
            }
            if (!job || feeder.isEmpty()) {
                if (job) {
                    jobState = "Completed";
                }
                job = false;
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            page = feeder.removeFirst();
            number = ++given;
        }
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, page.length);
        OutputStream out = exchange.getResponseBody();
        if (number == breakAt || number == silentAt) {
            out.write(page, 0, page.length / 2);
            out.flush();
            if (number == silentAt) {
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000_000L);
            }
            synchronized (this) {
                job = false;
            }
            // not the whole of it: the line is cut
            exchange.close();
            return;
        }
        out.write(page);
        out.close();
    }

    private static void xml(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized String status() {
        String feederState = adf.isEmpty() ? (feeder.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded") : adf;
        String list = jobs == 0 ? "" : """
                  <scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/%d</pwg:JobUri>\
                <pwg:ImagesCompleted>%d</pwg:ImagesCompleted><pwg:JobState>%s</pwg:JobState></scan:JobInfo></scan:Jobs>
                """.formatted(jobs, given, jobState);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scan:ScannerStatus %s><pwg:Version>2.63</pwg:Version><pwg:State>%s</pwg:State>\
                <scan:AdfState>%s</scan:AdfState>%s</scan:ScannerStatus>
                """.formatted(NAMESPACES, job ? "Processing" : "Idle", feederState, list);
    }

    private String capabilities() {
        String caps = """
                <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>\
                <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight>\
                <scan:MaxScanRegions>1</scan:MaxScanRegions>\
                <scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>BlackAndWhite1</scan:ColorMode>\
                <scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>\
                <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>\
                <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>\
                <scan:SupportedResolutions><scan:DiscreteResolutions>\
                <scan:DiscreteResolution><scan:XResolution>200</scan:XResolution><scan:YResolution>200</scan:YResolution></scan:DiscreteResolution>\
                <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>\
                </scan:DiscreteResolutions></scan:SupportedResolutions>\
                </scan:SettingProfile></scan:SettingProfiles>""";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scan:ScannerCapabilities %s><pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Invented MFP</pwg:MakeAndModel>\
                <scan:Platen><scan:PlatenInputCaps>%s</scan:PlatenInputCaps></scan:Platen>\
                <scan:Adf><scan:AdfSimplexInputCaps>%s</scan:AdfSimplexInputCaps>%s<scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf>\
                </scan:ScannerCapabilities>
                """.formatted(
                        NAMESPACES,
                        caps,
                        caps,
                        duplex ? "<scan:AdfDuplexInputCaps>" + caps + "</scan:AdfDuplexInputCaps>" : "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
