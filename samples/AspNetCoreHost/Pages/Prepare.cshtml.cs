using System.Text.RegularExpressions;
using AspNetCoreHost.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OkSign.Client;

namespace AspNetCoreHost.Pages;

/// <summary>Who signs, and where; then it is sent.</summary>
public sealed partial class PrepareModel(ContractStore contracts, ContractSender sender) : PageModel
{
    public const int MaxSigners = 20;

    public Contract Contract { get; private set; } = null!;

    [BindProperty]
    public List<SignerInput> Signers { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await contracts.FindAsync(id) is not { } contract)
        {
            return NotFound();
        }

        Contract = contract;
        Signers = contract.Signers.Count == 0 ? [SignerInput.Empty(0)] : [.. contract.Signers.Select(SignerInput.Of)];
        return contract.State == ContractState.Draft ? Page() : RedirectToPage("/Contract", new { id });
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await contracts.FindAsync(id) is not { } contract)
        {
            return NotFound();
        }

        Contract = contract;
        if (Signers.Count is 0 or > MaxSigners)
        {
            ModelState.AddModelError("", Signers.Count == 0 ? "At least one signer is needed." : $"At most {MaxSigners} signers are possible.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        SendResult result = await sender.SendAsync(contract, [.. Signers.Select(signer => signer.ToSigner())]);
        if (!result.IsStillDraft)
        {
            return RedirectToPage("/Contract", new { id });
        }

        foreach (InputProblem problem in result.Problems)
        {
            ModelState.AddModelError(FieldOf(problem.Path), $"{char.ToUpperInvariant(problem.Message[0])}{problem.Message[1..]}.");
        }

        if (result.Failure is { } failure)
        {
            ModelState.AddModelError("", $"It was not sent. {failure}");
        }

        return Page();
    }

    /// <summary>The field of this form that the client's path means: <c>Signers[1].Fields[0].Page</c> is <c>Signers[1].Page</c>.</summary>
    private static string FieldOf(string path)
    {
        Match match = SignerPath().Match(path);
        string part = match.Groups["part"].Value is "Position" ? nameof(SignerInput.X) : match.Groups["part"].Value;
        return match.Success ? $"{match.Groups["signer"].Value}.{part}" : "";
    }

    [GeneratedRegex(@"^(?<signer>Signers\[\d+\])(\.Fields\[0\])?\.(?<part>Name|Email|Page|Position)$")]
    private static partial Regex SignerPath();
}
