package io.github.molweave.e2e.browsers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * The bytes of each file that pages of {@code origin} were given, compressed where they were, a
   * file that was asked for several times with their sum; headers are not counted.
   */
  public static SortedMap<String, Long> bodies(String netLog, String origin) {
    Map<String, Object> log = parse(netLog);
    Map<String, Object> types = map(map(log.get("constants")).get("logEventTypes"));
    Map<Object, String> addressOf = new HashMap<>();
    Map<Object, Long> unpacked = new HashMap<>();
    Map<Object, Long> packed = new HashMap<>();
    for (Object each : (List<?>) log.get("events")) {
      Map<String, Object> event = map(each);
      Object source = map(event.get("source")).get("id");
      Map<String, Object> given = map(event.getOrDefault("params", Map.of()));
      if (types.get("URL_REQUEST_START_JOB").equals(event.get("type"))
          && given.containsKey("url")) {
        addressOf.put(source, given.get("url").toString());
      } else if (types.get("URL_REQUEST_JOB_BYTES_READ").equals(event.get("type"))) {
        packed.merge(source, ((Number) given.get("byte_count")).longValue(), Long::sum);
      } else if (types.get("URL_REQUEST_JOB_FILTERED_BYTES_READ").equals(event.get("type"))) {
        unpacked.merge(source, ((Number) given.get("byte_count")).longValue(), Long::sum);
      }
    }
    SortedMap<String, Long> bodies = new TreeMap<>();
    addressOf.forEach(
        (source, address) -> {
          if (address.startsWith(origin)) {
            long bytes = packed.getOrDefault(source, unpacked.getOrDefault(source, 0L));
            bodies.merge(address.substring(origin.length()), bytes, Long::sum);
          }
        });
    return bodies;
  }

  /** All that came in over sockets, headers included. */
  public static long received(String netLog) {
    Map<String, Object> log = parse(netLog);
    Object received =
        map(map(log.get("constants")).get("logEventTypes")).get("SOCKET_BYTES_RECEIVED");
    long bytes = 0;
    for (Object each : (List<?>) log.get("events")) {
      Map<String, Object> event = map(each);
      if (received.equals(event.get("type"))) {
        bytes += ((Number) map(event.get("params")).get("byte_count")).longValue();
      }
    }
    return bytes;
  }

  private static Map<String, Object> parse(String json) {
    return new Json().toType(json, Json.MAP_TYPE);
  }

  @SuppressWarnings("unchecked") // JSON objects have strings for keys.
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }
}
