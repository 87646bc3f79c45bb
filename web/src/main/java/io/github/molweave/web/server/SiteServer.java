package io.github.molweave.web.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves one static folder over HTTP, Brotli copies included, under one {@link Policy}.
 *
 * <p>Every answer must be revalidated (ETag, {@code no-cache}), so that a rebuilt page is seen at
 * the next reload; but files under {@code assets/}, whose names change with their content, a
 * browser keeps.
 */
public final class SiteServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private SiteServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts serving {@code site} on this machine's loopback address.
   *
   * @param port 1..65535, or 0 for any free one
   * @throws ServeException when the folder holds no page, or the port cannot be had
   */
  public static SiteServer start(Path site, int port, Policy policy) throws ServeException {
    return start(site, "127.0.0.1", port, policy);
  }

  /**
   * Starts serving {@code site} on the address {@code host}.
   *
   * @throws ServeException when the folder holds no page, or the address cannot be had
   */
  static SiteServer start(Path site, String host, int port, Policy policy) throws ServeException {
    if (!Files.isRegularFile(site.resolve("index.html"))) {
      throw ServeException.noSite(site);
    }
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, http());
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setErrorHandler(new ErrorSentence());
    server.setStopAtShutdown(true);
    try {
      SiteFiles files = new SiteFiles(site, ResourceFactory.of(server));
      server.setHandler(new SecurityHeaders(policy, files));
      server.start();
    } catch (Exception e) {
      stopQuietly(server);
      throw ServeException.of(e, new InetSocketAddress(host, port));
    }
    return new SiteServer(server, connector);
  }

  private static HttpConnectionFactory http() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    return new HttpConnectionFactory(configuration);
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      // The reason why it could not start is already on its way to the caller.
    }
  }

  /** The address of the page, with the port that was really taken. */
  public URI address() {
    String host =
        connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  /** Waits until the server is stopped. */
  void join() throws InterruptedException {
    server.join();
  }

  /** Stops serving; open connections are cut. */
  @Override
  public void close() {
    stopQuietly(server);
  }
}
