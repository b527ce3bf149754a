import { describe, expect, test } from 'vitest'
import { fold, foldArabic } from './fold.ts'

describe('folded text', () => {
  test.each([
    ['الإِدْرِيسِيّ', 'الادريسي'],
    ['آسفي أسفي إسفي', 'اسفي اسفي اسفي'],
    ['مديـــنة', 'مدينه'],
    ['ليلى', 'ليلي'],
    ['مسؤول شؤون رئيس هيئة', 'مسوول شوون رييس هييه'],
    ['ڭلميم گلميم ݣلميم', 'كلميم كلميم كلميم'],
    ['ﻻعب', 'لاعب'],
    ['شيء', 'شي'],
    ['٢٠٢٤ ۲۰۲۴ 2024', '2024 2024 2024'],
    ['Béni Mellal', 'beni mellal'],
    ['L’Œuvre de Noël', 'loeuvre de noel'],
    ["M'diq", 'mdiq'],
    ['El-Fassi_Amina', 'el fassi amina'],
    ['  ÉTÉ,  (2024)!  ', 'ete 2024'],
    ['e\u0301te\u0301', 'ete'],
    ['كوا\u200cليس\u200f', 'كواليس'],
    ['', ''],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded))

  test('is the same when folded again', () => {
    for (const text of ['الإِدْرِيسِيّ', 'L’Œuvre', 'ﷺ', 'ǅ', 'İstanbul', '½ ﬁn']) expect(fold(fold(text))).toBe(fold(text))
  })

  test('may be folded in its Arabic only', () => {
    expect(foldArabic('Café الأَمَل, É')).toBe('Café الامل, É')
  })
})
