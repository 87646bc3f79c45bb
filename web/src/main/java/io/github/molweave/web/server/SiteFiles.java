package io.github.molweave.web.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.PreCompressedHttpContentFactory;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The files of the site, read afresh at every request: Jetty's own cache would show a rebuilt file
 * late. Links that lead out of the folder are treated as missing.
 */
final class SiteFiles extends ResourceHandler {
  /** A browser may keep a copy, and asks each time whether it still holds. */
  private static final String ASKED_AGAIN = "no-cache";

  /** A browser may keep a copy for a year: other content would have another name. */
  private static final String KEPT = "public, max-age=31536000, immutable";

  /** Where the files are whose names hold a hash of their content. */
  private static final String HASHED_NAMES = "/assets/";

  private final Path folder;

  SiteFiles(Path site, ResourceFactory resources) throws IOException {
    folder = site.toRealPath();
    setBaseResource(resources.newResource(folder));
    setWelcomeFiles(List.of("index.html"));
    setDirAllowed(false);
    setEtags(true);
    setPrecompressedFormats(CompressedContentFormat.BR);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, cacheControl(request));
    return super.handle(request, response, callback);
  }

  /** What a browser is told of the copy that it keeps. */
  static String cacheControl(Request request) {
    return Request.getPathInContext(request).startsWith(HASHED_NAMES) ? KEPT : ASKED_AGAIN;
  }

  @Override
  protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
    HttpContent.Factory all = new ResourceHttpContentFactory(getBaseResource(), types(), buffers);
    return new PreCompressedHttpContentFactory(
        path -> inside(all.getContent(path)), getPrecompressedFormats());
  }

  private static MimeTypes types() {
    MimeTypes.Mutable types = new MimeTypes.Mutable(MimeTypes.DEFAULTS);
    types.addMimeMapping("js", "text/javascript");
    types.addMimeMapping("map", "application/json");
    types.addMimeMapping("novelty", "application/octet-stream");
    types.addMimeMapping("safetensors", "application/octet-stream");
    types.addMimeMapping("webmanifest", "application/manifest+json");
    types.addMimeMapping("wasm", "application/wasm");
    return types;
  }

  private HttpContent inside(HttpContent content) throws IOException {
    if (content == null) {
      return null;
    }
    Resource resource = content.getResource();
    Path path = resource == null ? null : resource.getPath();
    if (path == null || !path.toRealPath().startsWith(folder)) {
      return null;
    }
    return content;
  }
}
