// A bot that says hello: to a command, to a click, and to whoever mentions it. With a JDK alone.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

public class Bot {
    // The one line that is for the local Slack: without SLACK_API_URL the bot talks to Slack itself.
    static final String ADDRESS = System.getenv().getOrDefault("SLACK_API_URL", "https://slack.com/api/");
    static final String TOKEN = System.getenv("SLACK_BOT_TOKEN");
    static final String SECRET = System.getenv("SLACK_SIGNING_SECRET");
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] given) throws IOException {
        var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "3000"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/slack/events", Bot::answer);
        server.start();
        System.out.println("Listening on http://127.0.0.1:" + port + "/slack/events");
    }

    /** Everything that Slack sends: commands and clicks as a form, events as JSON. */
    static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (!isSlacks(exchange, body)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var said = body.startsWith("{") ? heard(body) : asked(form(body));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, said.isEmpty() ? -1 : said.getBytes(UTF_8).length);
            exchange.getResponseBody().write(said.getBytes(UTF_8));
        }
    }

    static String asked(Map<String, String> form) {
        if (form.containsKey("command")) return hello(form.get("text"));
        wave(form.get("payload"));
        return "";
    }

    /** Answers who typed it, and offers to tell everybody. */
    static String hello(String text) {
        var words = quoted("Hello " + (text.isBlank() ? "there" : text) + "!");
        return """
            {"text": %1$s, "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": %1$s},
              "accessory": {"type": "button", "action_id": "wave",
                            "text": {"type": "plain_text", "text": "Wave"}}}]}""".formatted(words);
    }

    /** Tells the channel who pressed the button. */
    static void wave(String payload) {
        var user = field(payload, "user\":\\s*\\{[^}]*?\"id");
        var channel = field(payload, "channel\":\\s*\\{[^}]*?\"id");
        post(Map.of("channel", channel, "text", "<@" + user + "> waves at everybody."));
    }

    /** Answers in a thread; Slack's first request asks whether this is the right address. */
    static String heard(String body) {
        if (body.contains("\"url_verification\"")) return quoted(field(body, "challenge"));
        var event = body.substring(body.indexOf("\"event\""));
        if (event.contains("\"app_mention\""))
            post(Map.of("channel", field(event, "channel"), "thread_ts", field(event, "ts"),
                "text", "Hello <@" + field(event, "user") + ">!"));
        return "";
    }

    /** chat.postMessage, or any other method in the same way. */
    static void post(Map<String, String> arguments) {
        var form = arguments.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(ADDRESS + "chat.postMessage"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
        try {
            var said = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (!said.contains("\"ok\":true") && !said.contains("\"ok\": true")) System.err.println(said);
        } catch (IOException | InterruptedException problem) {
            System.err.println(problem);
        }
    }

    /** Whether it is signed with the app's secret. */
    static boolean isSlacks(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        var basis = "v0:" + headers.getFirst("X-Slack-Request-Timestamp") + ":" + body;
        var signature = headers.getFirst("X-Slack-Signature");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            var own = "v0=" + HexFormat.of().formatHex(mac.doFinal(basis.getBytes(UTF_8)));
            return signature != null && MessageDigest.isEqual(own.getBytes(UTF_8), signature.getBytes(UTF_8));
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static Map<String, String> form(String body) {
        return Stream.of(body.split("&")).map(one -> one.split("=", 2))
            .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
    }

    /** A text of a JSON object, by its name. A library for JSON does it better; Bolt brings one. */
    static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
