package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.cuda.LibraryStatus;
import org.bytedeco.cuda.global.cublas;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cudnn;
import org.bytedeco.javacpp.BytePointer;

/** Turns what calls return into failures. */
final class Calls {
  private Calls() {}

  /** For the run-time library, and for the driver, whose codes are the same. */
  static void cuda(int code, String call) {
    if (code != 0) {
      LibraryStatus.CUDA.check(code, call, words(code));
    }
  }

  static void cublas(int code, String call) {
    if (code != 0) {
      LibraryStatus.CUBLAS.check(code, call, text(cublas.cublasGetStatusString(code)));
    }
  }

  static void cudnn(int code, String call) {
    if (code != 0) {
      LibraryStatus.CUDNN.check(code, call, text(cudnn.cudnnGetErrorString(code)));
    }
  }

  /** The run-time library's words for a code of its own or of the driver's. */
  static String words(int code) {
    return text(cudart.cudaGetErrorString(code));
  }

  private static String text(BytePointer words) {
    return words == null ? "no words" : words.getString();
  }
}
