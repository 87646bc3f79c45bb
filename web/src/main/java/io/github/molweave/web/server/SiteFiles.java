package io.github.molweave.web.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.PreCompressedHttpContentFactory;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The files of the site, read afresh at every request: Jetty's own cache would show a rebuilt file
 * late. Links that lead out of the folder are treated as missing.
 */
final class SiteFiles extends ResourceHandler {
  /** A browser may keep a copy, and asks each time whether it still holds. */
  static final String CACHE_CONTROL = "no-cache";

  private final Path folder;

  SiteFiles(Path site, ResourceFactory resources) throws IOException {
    folder = site.toRealPath();
    setBaseResource(resources.newResource(folder));
    setWelcomeFiles(List.of("index.html"));
    setDirAllowed(false);
    setEtags(true);
    setCacheControl(CACHE_CONTROL);
    setPrecompressedFormats(CompressedContentFormat.BR);
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
