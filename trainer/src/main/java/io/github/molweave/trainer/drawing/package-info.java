/** Pictures of molecules as files: painted on the JVM from the commands of {@code chemistry}. */
package io.github.molweave.trainer.drawing;
