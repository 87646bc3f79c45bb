package io.github.molweave.web.server;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Answers errors with one sentence of plain text; never a stack trace, never markup. A file that
 * has not changed is answered without a word.
 */
final class ErrorSentence implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == HttpStatus.NOT_MODIFIED_304) {
      // Jetty takes it for an error too. What it says of the copy in the browser holds from then
      // on.
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, SiteFiles.cacheControl(request));
      response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      return true;
    }
    String sentence =
        switch (status) {
          case HttpStatus.NOT_FOUND_404 -> "There is no such file here. The page is at /";
          case HttpStatus.BAD_REQUEST_400 -> "The address could not be read. The page is at /";
          default -> "The server could not answer: " + HttpStatus.getMessage(status) + ".";
        };
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body =
        HttpMethod.HEAD.is(request.getMethod())
            ? new byte[0]
            : (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    response.write(true, BufferUtil.toBuffer(body), callback);
    return true;
  }
}
