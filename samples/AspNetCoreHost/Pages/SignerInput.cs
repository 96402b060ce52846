using System.ComponentModel.DataAnnotations;
using AspNetCoreHost.Contracts;

namespace AspNetCoreHost.Pages;

/// <summary>One signer of the form. Numbers may be missing, so that the page can say so beside the field.</summary>
public sealed class SignerInput
{
    // Of two columns at the foot of an A4 or Letter page, both of which are at least 792 points high.
    private const int Left = 72;
    private const int ColumnWidth = 250;
    private const int Top = 600;
    private const int RowHeight = 70;
    private const int Rows = 2;

    [Required(ErrorMessage = "A name is needed.")]
    [StringLength(100, ErrorMessage = "At most 100 characters are possible.")]
    public string? Name { get; set; }

    [EmailAddress(ErrorMessage = "This is no e-mail address.")]
    [StringLength(254, ErrorMessage = "At most 254 characters are possible.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "A page is needed.")]
    [Range(1, 10_000, ErrorMessage = "Pages are counted from 1.")]
    public int? Page { get; set; } = 1;

    [Required(ErrorMessage = "A distance is needed.")]
    [Range(0, 100_000, ErrorMessage = "The distance is zero or more.")]
    public int? X { get; set; }

    [Required(ErrorMessage = "A distance is needed.")]
    [Range(0, 100_000, ErrorMessage = "The distance is zero or more.")]
    public int? Y { get; set; }

    /// <summary>A signer of whom nothing is known yet, with a box where the others have none.</summary>
    public static SignerInput Empty(int index) => new()
    {
        X = Left + (index % 2 * ColumnWidth),
        Y = Top + (index / 2 % Rows * RowHeight),
    };

    public static SignerInput Of(ContractSigner signer)
        => new() { Name = signer.Name, Email = signer.Email, Page = signer.Page, X = signer.X, Y = signer.Y };

    public ContractSigner ToSigner() => new()
    {
        Name = TextInput.OneLine(Name) ?? "",
        Email = TextInput.OneLine(Email),
        Page = Page ?? 0,
        X = X ?? 0,
        Y = Y ?? 0,
    };
}
