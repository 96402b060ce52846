using System.Globalization;
using OkSign.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>What the user sees: steps, links, a table, and one line when something is wrong.</summary>
internal static class Terminal
{
    /// <summary>Runs the program and turns its end into an exit code: 0 done, 1 failed, 2 wrong input, 130 stopped.</summary>
    public static async Task<int> RunAsync(string[] args, Func<Arguments, Task> program, CancellationToken stop)
    {
        try
        {
            if (Arguments.Parse(args) is { } arguments)
            {
                await program(arguments);
            }
            else
            {
                Console.WriteLine(Arguments.Usage);
            }

            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Complain("Stopped.", exitCode: 130);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return Complain(exception.Message, exitCode: 2);
        }
        catch (OkSignException exception) when (exception is OkSignRejectedException or { InnerException: OkSignRejectedException })
        {
            // The service's way to say that the input is wrong: before it took the document, or after.
            return Complain(exception.Message, exitCode: 2);
        }
        catch (OkSignException exception)
        {
            return Complain(exception.Message, exitCode: 1);
        }
    }

    public static async Task<T> StepAsync<T>(string what, Func<Task<T>> work)
    {
        // A spinner where somebody watches; in a log the finished step is enough.
        T result = AnsiConsole.Profile.Capabilities.Interactive
            ? await AnsiConsole.Status().StartAsync(Markup.Escape(what), _ => work())
            : await work();
        AnsiConsole.MarkupLine($"[green]✓[/] {Markup.Escape(what)}");
        return result;
    }

    public static Task StepAsync(string what, Func<Task> work)
        => StepAsync(what, async () =>
        {
            await work();
            return true;
        });

    public static void Show(IEnumerable<RequestedSigner> signers)
    {
        foreach (RequestedSigner signer in signers)
        {
            // Plain text, so that a narrow terminal does not break the link in two.
            Console.WriteLine($"    {signer.Name}: {signer.SigningUrl}");
        }
    }

    public static void Show(DocumentMetadata metadata)
    {
        Table table = new Table()
            .RoundedBorder()
            .Title(Markup.Escape($"{metadata.FileName} ({metadata.Size}): {metadata.SignaturesPlaced} of {metadata.SignaturesRequired} signatures"))
            .AddColumns("Field", "Signed by", "Acting as", "Method", "Time");
        foreach (MetadataField field in metadata.Fields)
        {
            SignatureDetails? signature = field.Value?.Signature;
            string?[] cells =
            [
                field.Name,
                signature?.SignedBy ?? field.Value?.Text,
                signature?.ActingAs,
                signature?.AuthenticationMethod?.ToString(),
                signature?.SignedAt?.ToString("u", CultureInfo.InvariantCulture),
            ];
            table.AddRow([.. cells.Select(cell => Markup.Escape(cell ?? ""))]);
        }

        AnsiConsole.Write(table);
    }

    public static void ShowDone(CreditBalance balance)
        => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]Done.[/] The account has {balance.Quantity} credits left.");

    private static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
