namespace WebKv.Engine.Geo;

/// <summary>A member found.</summary>
/// <param name="Entry">Index of its name in the reply buffer.</param>
/// <param name="Score">Its score, which is its place.</param>
/// <param name="Meters">How far it is from the centre.</param>
internal readonly record struct GeoMatch(int Entry, double Score, double Meters);
