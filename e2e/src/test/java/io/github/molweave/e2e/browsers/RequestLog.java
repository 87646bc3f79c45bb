package io.github.molweave.e2e.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/** Reads the addresses of requests out of the logs that Chromium keeps. */
public final class RequestLog {
  private RequestLog() {}

  /** What the page asked for, by the performance log. */
  public static List<String> ofPage(List<String> performanceLog) {
    List<String> addresses = new ArrayList<>();
    for (String entry : performanceLog) {
      Map<String, Object> message = map(parse(entry).get("message"));
      if ("Network.requestWillBeSent".equals(message.get("method"))) {
        Map<String, Object> request = map(map(message.get("params")).get("request"));
        addresses.add(request.get("url").toString());
      }
    }
    return addresses;
  }

  /**
   * What the pages of {@code origin}, with their frames and workers, asked the network service for.
   * What the browser asks for on its own account has no such initiator.
   */
  public static List<String> ofNetwork(String netLog, String origin) {
    Map<String, Object> log = parse(netLog);
    Object starts =
        map(map(log.get("constants")).get("logEventTypes")).get("URL_REQUEST_START_JOB");
    List<String> addresses = new ArrayList<>();
    for (Object each : (List<?>) log.get("events")) {
      Map<String, Object> event = map(each);
      if (starts.equals(event.get("type")) && event.containsKey("params")) {
        Map<String, Object> request = map(event.get("params"));
        if (request.containsKey("url") && origin.startsWith(request.get("initiator") + "/")) {
          addresses.add(request.get("url").toString());
        }
      }
    }
    return addresses;
  }

  private static Map<String, Object> parse(String json) {
    return new Json().toType(json, Json.MAP_TYPE);
  }

  @SuppressWarnings("unchecked") // JSON objects have strings for keys.
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }
}
