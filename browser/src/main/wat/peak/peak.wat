;; The most that a core does of what a product is made of: load, multiply pairs, add. A bench
;; measures the kernel's products against it, in the same run. Not shipped.

(memory (export "memory") 1)

;; Each round is eight loads of 16 bytes from 4096 that stay in the first-level cache, eight
;; i32x4.dot_i16x8_s and eight i32x4.add to sums of their own: 128 operations, a multiplication and an
;; addition being two. The result depends on all of them, so that none can be left out.
(func (export "peak") (param $rounds i32) (result i32)
  (local $x v128) (local $at i32)
  (each i 8 (local $sum{i} v128))
  (local.set $x (v128.load offset=4096 (i32.const 0)))
  (loop $round
    (each i 8
      (local.set $sum{i}
        (i32x4.add
          (local.get $sum{i})
          (i32x4.dot_i16x8_s (v128.load offset={i*16} (local.get $at)) (local.get $x)))))
    (local.set $at (i32.and (i32.add (local.get $at) (i32.const 128)) (i32.const 4095)))
    (br_if $round (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
  (each i 8
    (local.set $x (v128.xor (local.get $x) (local.get $sum{i}))))
  (i32x4.extract_lane 0 (local.get $x)))
