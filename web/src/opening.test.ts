import { describe, expect, test } from 'vitest';
import { placeOf, roomFor, seenOf, showsLand, wholeOf } from './opening';

const box: [number, number, number, number] = [107, 11, 109, 13];

describe('the picture of the land', () => {
  test('is seen whole, with room around, in the middle', () => {
    const size = { width: 856, height: 2000 };
    const place = wholeOf(box, size);
    const seen = seenOf(box, 1000, place, size);
    // 800 of 856 pixels are for all of it
    expect(seen.x).toBeCloseTo(-35, 6);
    expect(seen.width).toBeCloseTo(1070, 6);
    expect(seen.width / seen.height).toBeCloseTo(856 / 2000, 9);
    const low = wholeOf(box, { width: 2000, height: 856 });
    const tall = seenOf(box, 1000, low, { width: 2000, height: 856 });
    expect(tall.y / tall.height).toBeCloseTo(-28 / 800 / (856 / 800), 6);
  });

  test('stands where a map of the world has it', () => {
    // at zoom 10 a degree of longitude takes 512 * 1024 / 360 pixels
    const seen = seenOf(box, 1000, { zoom: 10, lat: 13, lon: 107 }, { width: 1000, height: 600 });
    expect(seen.width).toBeCloseTo((1000 * 500 * 360) / (512 * 1024), 6);
    expect(seen.x).toBeCloseTo(-seen.width / 2, 6);
    expect(seen.y).toBeCloseTo(-seen.height / 2, 6);
  });

  test('is never nearer or farther than the map', () => {
    expect(wholeOf([107, 11, 107.00001, 11.00001], { width: 800, height: 800 }).zoom).toBe(20);
    expect(wholeOf([-180, -80, 180, 80], { width: 100, height: 100 }).zoom).toBe(4);
    expect(placeOf('#map=25/1/2')?.zoom).toBe(20);
  });

  test('goes by the link', () => {
    expect(placeOf('#lang=en&map=9.5/-12.25/108')).toEqual({ zoom: 9.5, lat: -12.25, lon: 108 });
    expect(placeOf('#lang=en')).toBeNull();
    expect(showsLand('#map=9/12/108&off=sites,poles')).toBe(true);
    expect(showsLand('#off=sites,units')).toBe(false);
    expect(showsLand('#date=2020-01-01')).toBe(false);
  });

  test('has names where there is room, the first before the others', () => {
    const name = (x: number, y: number) => ({ x, y, width: 60, height: 20 });
    expect(roomFor([name(0, 0), name(50, 10), name(70, 0), name(0, 21)])).toEqual([true, false, true, true]);
  });
});
