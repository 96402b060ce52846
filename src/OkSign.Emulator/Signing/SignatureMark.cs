namespace OkSign.Emulator.Signing;

/// <summary>What a signer leaves at a signature field besides the printed facts: a drawing, or the typed name.</summary>
internal sealed record SignatureMark
{
    /// <summary>The most characters of a typed signature.</summary>
    public const int MaxTypedLength = 100;

    private SignatureMark(SignatureDrawing? drawing, string? typed) => (Drawing, Typed) = (drawing, typed);

    public SignatureDrawing? Drawing { get; }

    public string? Typed { get; }

    /// <returns>The mark; null when nothing was drawn or typed.</returns>
    /// <exception cref="EmulatedSigningException">Both were, or one is not what can be placed.</exception>
    public static SignatureMark? Of(SignatureDrawing? drawing, string? typed)
    {
        if (drawing is null && typed is null)
        {
            return null;
        }

        string? problem = drawing is null ? ProblemOf(typed!) : typed is null ? ProblemOf(drawing) : "The signature is either drawn or typed, not both.";
        return problem is null ? new SignatureMark(drawing, typed?.Trim()) : throw new EmulatedSigningException(problem);
    }

    private static string? ProblemOf(string typed)
        => string.IsNullOrWhiteSpace(typed) ? "The typed signature is empty."
            : typed.Length > MaxTypedLength ? $"The typed signature is longer than {MaxTypedLength} characters."
            : typed.Any(char.IsControl) ? "The typed signature must be one line."
            : null;

    private static string? ProblemOf(SignatureDrawing drawing)
    {
        int points = drawing.Strokes.Sum(stroke => stroke.Count);
        return !IsSize(drawing.Width) || !IsSize(drawing.Height)
                ? FormattableString.Invariant($"The surface of the drawn signature must be more than 0 and at most {SignatureDrawing.MaxSize} wide and high.")
            : points == 0 ? "The drawn signature is empty."
            : points > SignatureDrawing.MaxPoints
                ? $"The drawn signature has {points} points; at most {SignatureDrawing.MaxPoints} are allowed."
            : drawing.Strokes.Any(stroke => stroke.Count == 0) ? "A stroke of the drawn signature has no points."
            : drawing.Strokes.Any(stroke => stroke.Any(point => !IsOn(drawing, point))) ? "The drawn signature leaves its surface."
            : null;
    }

    private static bool IsSize(double size) => size is > 0 and <= SignatureDrawing.MaxSize;

    private static bool IsOn(SignatureDrawing drawing, SignaturePoint point)
        => point.X >= 0 && point.X <= drawing.Width && point.Y >= 0 && point.Y <= drawing.Height;
}
