package io.github.molweave.web.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Adds the policy headers to every answer, errors included. */
final class SecurityHeaders extends Handler.Wrapper {
  private final Policy policy;

  SecurityHeaders(Policy policy, Handler next) {
    super(next);
    this.policy = policy;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    HttpURI asked = request.getHttpURI();
    String origin = asked.getScheme() + "://" + asked.getAuthority();
    String path = Request.getPathInContext(request);
    headers.put("Content-Security-Policy", policy.header(path, origin));
    if (!Policy.isForFrames(path)) {
      headers.put("X-Frame-Options", "SAMEORIGIN");
    }
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    // Course sites on other origins, and frames in a sandbox, read these files; no answer depends
    // on who asks.
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("Access-Control-Allow-Origin", "*");
    return super.handle(request, response, callback);
  }
}
