package org.paperbridge.cli.bench.review;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who reviews without a pause: takes the next page, loads its picture and that of every open field, confirms
 * what is proposed, sends the page on. What has no proposal is called illegible.
 */
final class ReviewerAtWork implements Runnable {

    private static final Pattern FIELD = Pattern.compile("data-field=\"([^\"]+)\" data-state=\"open\"");
    private static final Pattern TEXT = Pattern.compile("<input class=\"value\" name=\"value\" value=\"([^\"]+)\"");
    private static final Pattern CHOSEN =
            Pattern.compile("name=\"value\" value=\"([^\"]+)\" data-number=\"[0-9]+\" checked");
    private static final Pattern TASK =
            Pattern.compile("data-task=\"([^\"]+)\" data-version=\"([0-9]+)\" data-token=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":([0-9]+)");
    private static final Pattern GIVE_BACK =
            Pattern.compile("action=\"/task/([^/\"]+)/give-back\".*?name=\"token\" value=\"([^\"]+)\"", Pattern.DOTALL);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String address;
    private final String name;
    private final String password;
    private final Latencies latencies;
    private final AtomicInteger released;
    private final BooleanSupplier goOn;
    private String session = "";

    ReviewerAtWork(
            String address,
            String name,
            String password,
            Latencies latencies,
            AtomicInteger released,
            BooleanSupplier goOn) {
        this.address = address;
        this.name = name;
        this.password = password;
        this.latencies = latencies;
        this.released = released;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try {
            signIn();
            while (goOn.getAsBoolean() && reviewNext()) {
                // page after page
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                post("/sign-in", "name=" + encoded(name) + "&password=" + encoded(password)), BodyHandlers.ofString());
        session = answer.headers().allValues("set-cookie").stream()
                .filter(c -> c.startsWith("paperbridge="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IOException("Sign-in was refused: " + answer.statusCode()));
    }

    /** False when nothing is left. */
    private boolean reviewNext() throws IOException, InterruptedException {
        timed("start page", get("/"));
        HttpResponse<String> next = timed("take the next page", get("/next"));
        String place = next.headers().firstValue("location").orElse("");
        if (!place.contains("/task/")) {
            return false;
        }
        String path = place.substring(place.indexOf("/task/"));
        String page = timed("open a page", get(path)).body();
        Matcher task = TASK.matcher(page);
        if (!task.find()) {
            handOn(page);
            return true;
        }
        timed("picture of the page", get("/picture/" + task.group(1)));
        String version = task.group(2);
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            int end = page.indexOf("</form>", field.end());
            String form = page.substring(field.start(), end);
            if (form.contains("data-src=")) {
                timed("picture of a field", get("/picture/" + task.group(1) + "/field/" + encoded(field.group(1))));
            }
            HttpResponse<String> said = timed(
                    "answer a field",
                    post(
                            path + "/field",
                            answer(field.group(1), form) + "&version=" + version + "&token=" + encoded(task.group(3))));
            Matcher now = VERSION.matcher(said.body());
            if (said.statusCode() != 200 || !now.find()) {
                return giveBack(path, task.group(3));
            }
            version = now.group(1);
        }
        HttpResponse<String> sent = timed(
                "send a page on", post(path + "/release", "version=" + version + "&token=" + encoded(task.group(3))));
        if (sent.statusCode() != 303) {
            return giveBack(path, task.group(3));
        }
        released.incrementAndGet();
        return true;
    }

    /** A page that asks something else is left to people. */
    private void handOn(String page) throws IOException, InterruptedException {
        Matcher back = GIVE_BACK.matcher(page);
        if (back.find()) {
            timed(
                    "discard",
                    post(
                            "/task/" + back.group(1) + "/page",
                            "kind=discard&reason=bench&version=1&token=" + encoded(back.group(2))));
        }
    }

    private boolean giveBack(String path, String token) throws IOException, InterruptedException {
        timed(
                "discard",
                post(
                        path + "/page",
                        "kind=discard&reason=bench&version=" + currentVersion(path) + "&token=" + encoded(token)));
        return true;
    }

    private String currentVersion(String path) throws IOException, InterruptedException {
        Matcher task =
                TASK.matcher(http.send(get(path), BodyHandlers.ofString()).body());
        return task.find() ? task.group(2) : "1";
    }

    private static String answer(String field, String form) {
        Optional<String> value = first(CHOSEN, form).or(() -> first(TEXT, form));
        return "field=" + encoded(field)
                + value.map(v -> "&kind=value&value=" + encoded(v)).orElse("&kind=illegible");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private HttpResponse<String> timed(String action, HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        latencies.add(action, System.nanoTime() - start);
        return answer;
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json, text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path));
        return session.isEmpty() ? builder : builder.header("Cookie", session);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
