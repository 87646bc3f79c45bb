package io.github.molweave.web.server;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Why the page cannot be served: one sentence that says what to do. */
public final class ServeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The ways in which serving can fail. */
  public enum Problem {
    /** The folder holds no built page. */
    NO_SITE,
    /** Another program listens on this port. */
    PORT_IN_USE,
    /** The system does not let this user have the port. */
    PORT_FORBIDDEN,
    /** The host name is none of this machine's. */
    UNKNOWN_HOST,
    /** Anything else that Jetty could not start with. */
    NOT_STARTED
  }

  private final Problem problem;

  private ServeException(Problem problem, String sentence, Throwable cause) {
    super(sentence, cause);
    this.problem = problem;
  }

  /** Which of the ways it is. */
  public Problem problem() {
    return problem;
  }

  static ServeException noSite(Path site) {
    return new ServeException(
        Problem.NO_SITE,
        "There is no page in "
            + site
            + " (no index.html). Build it with `mvn -pl web -am package`, or name its folder with"
            + " --site.",
        null);
  }

  static ServeException of(Throwable cause, InetSocketAddress address) {
    int port = address.getPort();
    String host = address.getHostString();
    if (address.isUnresolved() || says(cause, "assign requested address")) {
      return new ServeException(
          Problem.UNKNOWN_HOST,
          host + " is no address of this machine. Leave --host out to serve this machine alone.",
          cause);
    }
    if (says(cause, "denied")) {
      return new ServeException(
          Problem.PORT_FORBIDDEN,
          "Port " + port + " may not be used by this user. Choose one above 1023: --port 8080",
          cause);
    }
    if (causedByBind(cause)) {
      return new ServeException(
          Problem.PORT_IN_USE,
          "Port "
              + port
              + " on "
              + host
              + " is taken by another program. Choose another one: --port "
              + (port < 65535 ? port + 1 : 8080),
          cause);
    }
    return new ServeException(
        Problem.NOT_STARTED, "The server could not start: " + cause.getMessage() + ".", cause);
  }

  private static boolean causedByBind(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(Throwable cause, String words) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t.getMessage() != null && t.getMessage().contains(words)) {
        return true;
      }
    }
    return false;
  }
}
