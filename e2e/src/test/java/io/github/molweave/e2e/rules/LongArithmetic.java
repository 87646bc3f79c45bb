package io.github.molweave.e2e.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the byte code that computes with {@code long}, which is slow in compiled JavaScript. */
final class LongArithmetic {
  private static final Set<Integer> OPCODES =
      Set.of(
          Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.LNEG,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR,
          Opcodes.I2L,
          Opcodes.D2L);

  private LongArithmetic() {}

  /** What is wrong in one class file, as {@code class.method:line what}. */
  static List<String> violations(byte[] classFile) {
    List<String> found = new ArrayList<>();
    ClassReader reader = new ClassReader(classFile);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              private int line;

              @Override
              public void visitLineNumber(int number, Label start) {
                line = number;
              }

              @Override
              public void visitInsn(int opcode) {
                if (OPCODES.contains(opcode)) {
                  found.add(reader.getClassName() + "." + name + ":" + line + " long arithmetic");
                }
              }
            };
          }
        },
        ClassReader.SKIP_FRAMES);
    return found;
  }
}
