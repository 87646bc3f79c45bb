;; PortableMath's sigmoid and tanh: the same operations in the same order, so the same bits. Its
;; `x > a ? a : x`, which leaves NaN alone, is pmin. Eight numbers go through a loop together, each
;; instruction four times in a row: that hides latencies, and a constant is fetched once for eight.
;; $shift is 2^52 + 2^51 + 1023: with it added, the lowest bits of a double are k + 1023.

;; Puts sigmoid(x) in the place of each of $count doubles; a multiple of 8.
(func $sigmoids (export "sigmoids") (param $at i32) (param $count i32)
  (local $end i32)
  (each v 4
    (local $x{v} v128) (local $y{v} v128) (local $k{v} v128) (local $r{v} v128) (local $s{v} v128)
    (local $even{v} v128) (local $odd{v} v128) (local $q{v} v128))
  (local $log2e v128) (local $ln2high v128) (local $ln2low v128) (local $one v128)
  (local $shift v128)
  (local $f2 v128) (local $f4 v128) (local $f6 v128) (local $f8 v128) (local $f10 v128) (local $f12 v128)
  (local $f3 v128) (local $f5 v128) (local $f7 v128) (local $f9 v128) (local $f11 v128) (local $f13 v128)
  (local $least v128) (local $most v128)
  (local.set $log2e (v128.const f64x2 0x1.71547652b82fep0 0x1.71547652b82fep0))
  (local.set $ln2high (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1))
  (local.set $ln2low (v128.const f64x2 0x1.a39ef35793c76p-33 0x1.a39ef35793c76p-33))
  (local.set $one (v128.const f64x2 1 1))
  (local.set $shift (v128.const f64x2 0x1.80000000003ffp52 0x1.80000000003ffp52))
  ;; 1/2!, 1/4!, ... and 1/3!, 1/5!, ...
  (local.set $f2 (v128.const f64x2 0.5 0.5))
  (local.set $f4 (v128.const f64x2 0x1.5555555555555p-5 0x1.5555555555555p-5))
  (local.set $f6 (v128.const f64x2 0x1.6c16c16c16c17p-10 0x1.6c16c16c16c17p-10))
  (local.set $f8 (v128.const f64x2 0x1.a01a01a01a01ap-16 0x1.a01a01a01a01ap-16))
  (local.set $f10 (v128.const f64x2 0x1.27e4fb7789f5cp-22 0x1.27e4fb7789f5cp-22))
  (local.set $f12 (v128.const f64x2 0x1.1eed8eff8d898p-29 0x1.1eed8eff8d898p-29))
  (local.set $f3 (v128.const f64x2 0x1.5555555555555p-3 0x1.5555555555555p-3))
  (local.set $f5 (v128.const f64x2 0x1.1111111111111p-7 0x1.1111111111111p-7))
  (local.set $f7 (v128.const f64x2 0x1.a01a01a01a01ap-13 0x1.a01a01a01a01ap-13))
  (local.set $f9 (v128.const f64x2 0x1.71de3a556c734p-19 0x1.71de3a556c734p-19))
  (local.set $f11 (v128.const f64x2 0x1.ae64567f544e4p-26 0x1.ae64567f544e4p-26))
  (local.set $f13 (v128.const f64x2 0x1.6124613a86d09p-33 0x1.6124613a86d09p-33))
  (local.set $least (v128.const f64x2 -708 -708))
  (local.set $most (v128.const f64x2 710 710))
  (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 3))))
  (loop $octets
    (each v 4 (local.set $x{v} (v128.load offset={v*16} (local.get $at))))
    (each v 4
      (local.set $y{v}
        (f64x2.pmin
          (f64x2.pmax (f64x2.neg (local.get $x{v})) (local.get $least))
          (local.get $most))))
    ;; k = floor(y * log2 e + 0.5)
    (each v 4
      (local.set $k{v}
        (f64x2.floor
          (f64x2.add (f64x2.mul (local.get $y{v}) (local.get $log2e)) (local.get $f2)))))
    ;; r = (y - k * ln2 high) - k * ln2 low
    (each v 4
      (local.set $r{v}
        (f64x2.sub
          (f64x2.sub (local.get $y{v}) (f64x2.mul (local.get $k{v}) (local.get $ln2high)))
          (f64x2.mul (local.get $k{v}) (local.get $ln2low)))))
    ;; q = e^r - 1 = r + s * (even + r * odd), s = r * r
    (each v 4
      (local.set $s{v} (f64x2.mul (local.get $r{v}) (local.get $r{v})))
      (local.set $even{v} (local.get $f12))
      (local.set $odd{v} (local.get $f13)))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f10) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f11) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f8) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f9) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f6) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f7) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f4) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f5) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f2) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f3) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $q{v}
        (f64x2.add
          (local.get $r{v})
          (f64x2.mul
            (local.get $s{v})
            (f64x2.add (local.get $even{v}) (f64x2.mul (local.get $r{v}) (local.get $odd{v})))))))
    ;; 2^k from the bits of its exponent, k in -1022..1024; the last is infinity
    (each v 4
      (local.set $k{v}
        (i64x2.shl (f64x2.add (local.get $k{v}) (local.get $shift)) (i32.const 52))))
    ;; 1 / (1 + (q + 1) * 2^k)
    (each v 4
      (v128.store offset={v*16}
        (local.get $at)
        (f64x2.div
          (local.get $one)
          (f64x2.add
            (local.get $one)
            (f64x2.mul (f64x2.add (local.get $q{v}) (local.get $one)) (local.get $k{v}))))))
    (br_if $octets
      (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 64)))
        (local.get $end)))))

;; Puts tanh(x) in the place of each of $count doubles; a multiple of 8.
(func $tanhs (export "tanhs") (param $at i32) (param $count i32)
  (local $end i32)
  (each v 4
    (local $x{v} v128) (local $y{v} v128) (local $k{v} v128) (local $r{v} v128) (local $s{v} v128)
    (local $even{v} v128) (local $odd{v} v128) (local $q{v} v128))
  (local $log2e v128) (local $ln2high v128) (local $ln2low v128) (local $one v128)
  (local $shift v128)
  (local $f2 v128) (local $f4 v128) (local $f6 v128) (local $f8 v128) (local $f10 v128) (local $f12 v128)
  (local $f3 v128) (local $f5 v128) (local $f7 v128) (local $f9 v128) (local $f11 v128) (local $f13 v128)
  (local $least v128) (local $two v128) (local $minusTwo v128) (local $zero v128)
  (local.set $log2e (v128.const f64x2 0x1.71547652b82fep0 0x1.71547652b82fep0))
  (local.set $ln2high (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1))
  (local.set $ln2low (v128.const f64x2 0x1.a39ef35793c76p-33 0x1.a39ef35793c76p-33))
  (local.set $one (v128.const f64x2 1 1))
  (local.set $shift (v128.const f64x2 0x1.80000000003ffp52 0x1.80000000003ffp52))
  ;; 1/2!, 1/4!, ... and 1/3!, 1/5!, ...
  (local.set $f2 (v128.const f64x2 0.5 0.5))
  (local.set $f4 (v128.const f64x2 0x1.5555555555555p-5 0x1.5555555555555p-5))
  (local.set $f6 (v128.const f64x2 0x1.6c16c16c16c17p-10 0x1.6c16c16c16c17p-10))
  (local.set $f8 (v128.const f64x2 0x1.a01a01a01a01ap-16 0x1.a01a01a01a01ap-16))
  (local.set $f10 (v128.const f64x2 0x1.27e4fb7789f5cp-22 0x1.27e4fb7789f5cp-22))
  (local.set $f12 (v128.const f64x2 0x1.1eed8eff8d898p-29 0x1.1eed8eff8d898p-29))
  (local.set $f3 (v128.const f64x2 0x1.5555555555555p-3 0x1.5555555555555p-3))
  (local.set $f5 (v128.const f64x2 0x1.1111111111111p-7 0x1.1111111111111p-7))
  (local.set $f7 (v128.const f64x2 0x1.a01a01a01a01ap-13 0x1.a01a01a01a01ap-13))
  (local.set $f9 (v128.const f64x2 0x1.71de3a556c734p-19 0x1.71de3a556c734p-19))
  (local.set $f11 (v128.const f64x2 0x1.ae64567f544e4p-26 0x1.ae64567f544e4p-26))
  (local.set $f13 (v128.const f64x2 0x1.6124613a86d09p-33 0x1.6124613a86d09p-33))
  (local.set $least (v128.const f64x2 -44 -44))
  (local.set $two (v128.const f64x2 2 2))
  (local.set $minusTwo (v128.const f64x2 -2 -2))
  (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 3))))
  (loop $octets
    (each v 4 (local.set $x{v} (v128.load offset={v*16} (local.get $at))))
    (each v 4
      (local.set $y{v}
        (f64x2.pmax
          (f64x2.mul (local.get $minusTwo) (f64x2.abs (local.get $x{v})))
          (local.get $least))))
    ;; k = floor(y * log2 e + 0.5)
    (each v 4
      (local.set $k{v}
        (f64x2.floor
          (f64x2.add (f64x2.mul (local.get $y{v}) (local.get $log2e)) (local.get $f2)))))
    ;; r = (y - k * ln2 high) - k * ln2 low
    (each v 4
      (local.set $r{v}
        (f64x2.sub
          (f64x2.sub (local.get $y{v}) (f64x2.mul (local.get $k{v}) (local.get $ln2high)))
          (f64x2.mul (local.get $k{v}) (local.get $ln2low)))))
    ;; q = e^r - 1 = r + s * (even + r * odd), s = r * r
    (each v 4
      (local.set $s{v} (f64x2.mul (local.get $r{v}) (local.get $r{v})))
      (local.set $even{v} (local.get $f12))
      (local.set $odd{v} (local.get $f13)))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f10) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f11) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f8) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f9) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f6) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f7) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f4) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f5) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $even{v}
        (f64x2.add (local.get $f2) (f64x2.mul (local.get $s{v}) (local.get $even{v}))))
      (local.set $odd{v}
        (f64x2.add (local.get $f3) (f64x2.mul (local.get $s{v}) (local.get $odd{v})))))
    (each v 4
      (local.set $q{v}
        (f64x2.add
          (local.get $r{v})
          (f64x2.mul
            (local.get $s{v})
            (f64x2.add (local.get $even{v}) (f64x2.mul (local.get $r{v}) (local.get $odd{v})))))))
    ;; 2^k from the bits of its exponent, k in -1022..1024; the last is infinity
    (each v 4
      (local.set $k{v}
        (i64x2.shl (f64x2.add (local.get $k{v}) (local.get $shift)) (i32.const 52))))
    ;; e^y - 1 = (2^k - 1) + 2^k * q
    (each v 4
      (local.set $q{v}
        (f64x2.add
          (f64x2.sub (local.get $k{v}) (local.get $one))
          (f64x2.mul (local.get $k{v}) (local.get $q{v})))))
    ;; t = (0 - q) / (2 + q), and -t for x < 0
    (each v 4
      (local.set $q{v}
        (f64x2.div
          (f64x2.sub (local.get $zero) (local.get $q{v}))
          (f64x2.add (local.get $two) (local.get $q{v})))))
    (each v 4
      (v128.store offset={v*16}
        (local.get $at)
        (v128.bitselect
          (f64x2.neg (local.get $q{v}))
          (local.get $q{v})
          (f64x2.lt (local.get $x{v}) (local.get $zero)))))
    (br_if $octets
      (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 64)))
        (local.get $end)))))
