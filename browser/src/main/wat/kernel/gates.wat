;; What happens between products, for one place, two units at a time: the equations of the cells,
;; with the operations of Java in Java's order.

;; out = sum * factor + bias, for $count rows; an odd row more is written where $count is odd
(func $rescale
  (param $sums i32) (param $scales i32) (param $out i32) (param $count i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 3))))
  (loop $pairs
    (v128.store
      (local.get $out)
      (f64x2.add
        (f64x2.mul
          (f64x2.convert_low_i32x4_s (v128.load64_zero (local.get $sums)))
          (v128.load (local.get $scales)))
        (v128.load offset=16 (local.get $scales))))
    (local.set $sums (i32.add (local.get $sums) (i32.const 8)))
    (local.set $scales (i32.add (local.get $scales) (i32.const 32)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $out (i32.add (local.get $out) (i32.const 16)))
        (local.get $end)))))

;; out = input + (sum * factor + bias), for $count rows
(func $preactivations
  (param $input i32) (param $sums i32) (param $scales i32) (param $out i32) (param $count i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 3))))
  (loop $pairs
    (v128.store
      (local.get $out)
      (f64x2.add
        (v128.load (local.get $input))
        (f64x2.add
          (f64x2.mul
            (f64x2.convert_low_i32x4_s (v128.load64_zero (local.get $sums)))
            (v128.load (local.get $scales)))
          (v128.load offset=16 (local.get $scales)))))
    (local.set $input (i32.add (local.get $input) (i32.const 16)))
    (local.set $sums (i32.add (local.get $sums) (i32.const 8)))
    (local.set $scales (i32.add (local.get $scales) (i32.const 32)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $out (i32.add (local.get $out) (i32.const 16)))
        (local.get $end)))))

;; out = input + r * (sum * factor + bias), [P]: what enters the tanh of reset-after
(func $resetAfter
  (param $input i32) (param $sums i32) (param $scales i32) (param $r i32) (param $out i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $out) (call $unitBytes)))
  (loop $pairs
    (v128.store
      (local.get $out)
      (f64x2.add
        (v128.load (local.get $input))
        (f64x2.mul
          (v128.load (local.get $r))
          (f64x2.add
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (v128.load64_zero (local.get $sums)))
              (v128.load (local.get $scales)))
            (v128.load offset=16 (local.get $scales))))))
    (local.set $input (i32.add (local.get $input) (i32.const 16)))
    (local.set $sums (i32.add (local.get $sums) (i32.const 8)))
    (local.set $scales (i32.add (local.get $scales) (i32.const 32)))
    (local.set $r (i32.add (local.get $r) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $out (i32.add (local.get $out) (i32.const 16)))
        (local.get $end)))))

;; r = r * h, [P]: what enters the second product of reset-before
(func $resetBefore (param $r i32) (param $h i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $h) (call $unitBytes)))
  (loop $pairs
    (v128.store
      (local.get $r)
      (f64x2.mul (v128.load (local.get $r)) (v128.load (local.get $h))))
    (local.set $r (i32.add (local.get $r) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $h (i32.add (local.get $h) (i32.const 16)))
        (local.get $end)))))

;; h = (1 - z) * n + z * h, [P]: the end of both GRUs
(func $blend (param $z i32) (param $n i32) (param $h i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $h) (call $unitBytes)))
  (loop $pairs
    (v128.store
      (local.get $h)
      (f64x2.add
        (f64x2.mul
          (f64x2.sub (v128.const f64x2 1 1) (v128.load (local.get $z)))
          (v128.load (local.get $n)))
        (f64x2.mul (v128.load (local.get $z)) (v128.load (local.get $h)))))
    (local.set $z (i32.add (local.get $z) (i32.const 16)))
    (local.set $n (i32.add (local.get $n) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $h (i32.add (local.get $h) (i32.const 16)))
        (local.get $end)))))

;; c = f * c + i * g, [P], and a copy of it, in the place of i
(func $remember (param $i i32) (param $f i32) (param $g i32) (param $c i32)
  (local $end i32) (local $next v128)
  (local.set $end (i32.add (local.get $c) (call $unitBytes)))
  (loop $pairs
    (local.set $next
      (f64x2.add
        (f64x2.mul (v128.load (local.get $f)) (v128.load (local.get $c)))
        (f64x2.mul (v128.load (local.get $i)) (v128.load (local.get $g)))))
    (v128.store (local.get $c) (local.get $next))
    (v128.store (local.get $i) (local.get $next))
    (local.set $i (i32.add (local.get $i) (i32.const 16)))
    (local.set $f (i32.add (local.get $f) (i32.const 16)))
    (local.set $g (i32.add (local.get $g) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $c (i32.add (local.get $c) (i32.const 16)))
        (local.get $end)))))

;; h = o * tanh(c), [P]
(func $reveal (param $o i32) (param $tanh i32) (param $h i32)
  (local $end i32)
  (local.set $end (i32.add (local.get $h) (call $unitBytes)))
  (loop $pairs
    (v128.store
      (local.get $h)
      (f64x2.mul (v128.load (local.get $o)) (v128.load (local.get $tanh))))
    (local.set $o (i32.add (local.get $o) (i32.const 16)))
    (local.set $tanh (i32.add (local.get $tanh) (i32.const 16)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $h (i32.add (local.get $h) (i32.const 16)))
        (local.get $end)))))

;; activations = floor(h * 16384 + 0.5), [P]
(func $quantise (param $h i32) (param $activations i32)
  (local $end i32) (local $fixed v128)
  (local.set $end (i32.add (local.get $h) (call $unitBytes)))
  (loop $pairs
    (local.set $fixed
      (i32x4.trunc_sat_f64x2_s_zero
        (f64x2.floor
          (f64x2.add
            (f64x2.mul (v128.load (local.get $h)) (v128.const f64x2 16384 16384))
            (v128.const f64x2 0.5 0.5)))))
    (v128.store32_lane 0
      (local.get $activations)
      (i16x8.narrow_i32x4_s (local.get $fixed) (local.get $fixed)))
    (local.set $activations (i32.add (local.get $activations) (i32.const 4)))
    (br_if $pairs
      (i32.lt_u
        (local.tee $h (i32.add (local.get $h) (i32.const 16)))
        (local.get $end)))))
