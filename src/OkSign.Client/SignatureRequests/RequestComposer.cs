namespace OkSign.Client;

/// <summary>
/// Makes the form descriptor of a request, and tells what is wrong with it. Composing before the service was asked anything finds all that
/// can be found without it.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="prefix">What stands before every path: nothing, or the request's place in a briefcase.</param>
/// <param name="pages">The sizes of the document's pages, if they are known.</param>
/// <param name="signerIds">The ids of the signers, in their order.</param>
/// <param name="problems">Gets what is wrong; the descriptor is not to be used then.</param>
internal sealed class RequestComposer(
    SignatureRequestBuilder request,
    string prefix,
    IReadOnlyList<PageSize>? pages,
    IReadOnlyList<SignerId> signerIds,
    ProblemList problems)
{
    // Stands for a user of the account until the users are known; it is never sent.
    private static readonly SignerId UserToBeFound = new("user");

    private readonly bool _isOrderedByGroups = request.Signers.Any(static signer => signer.GroupNumber is not null);
    private readonly HashSet<string> _givenNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenNames = new(StringComparer.Ordinal);

    public FormDescriptor Compose(LookedUp lookedUp)
    {
        (string Path, SignerId Id, SignerBuilder Signer)[] signers =
            [.. request.Signers.Select((signer, index) => ($"{prefix}Signers[{index}]", signerIds[index], signer))];
        (string Path, SignerId Id, SignerBuilder Signer)[] users =
            [.. request.Countersigners.Select((user, index) => UserOf(user, $"{prefix}Countersigners[{index}]", lookedUp))];

        CheckDocument();
        problems.AddUnless(signers.Length + users.Length > 0, $"{prefix}Signers", "at least one signer is needed");
        Array.ForEach(signers, entry => CheckSigner(entry.Path, entry.Signer));
        Array.ForEach(users, entry => CheckUser(entry.Path, entry.Signer));
        CollectNames();
        return new FormDescriptor
        {
            FileName = request.Name ?? NameThatTheUploadCannotCarry(),
            IsReusable = request.IsReusable ? true : null,
            Fields = [.. signers.Concat(users).SelectMany(entry => FieldsOf(entry.Path, entry.Id, entry.Signer))],
            Signers = [.. signers.Select(static entry => SignerOf(entry.Id, entry.Signer))],
            Workflow = WorkflowOf(signers),
            Notifications = new MessageComposer(request.Messages, prefix, problems).Compose(signers, lookedUp),
            Logo = request.LogoAddress is { IsAbsoluteUri: true } logo ? logo.AbsoluteUri : null,
            AssignTo = request.Assignee,
            SendToMeOnly = request.IsSignedDocumentForAccountOnly ? true : null,
            SendToMeEmail = request.SignedDocumentAddress,
        };
    }

    private static Signer SignerOf(SignerId id, SignerBuilder signer)
        => new() { Id = id, Name = signer.Name, Email = signer.EmailAddress, Mobile = signer.MobileNumber, ActingAs = signer.Capacity };

    private string? NameThatTheUploadCannotCarry() => request.File.Name == request.File.AsciiName ? null : request.File.Name;

    private (string Path, SignerId Id, SignerBuilder Signer) UserOf(SignerBuilder user, string path, LookedUp lookedUp)
    {
        SignerId? id = lookedUp.UserByEmail(user.EmailAddress)?.SignerId;
        problems.AddUnless(lookedUp.Users is null || id is not null, $"{path}.Email", $"the account has no user with the address {user.EmailAddress}");
        return (path, id ?? UserToBeFound, user);
    }

    private void CheckDocument()
    {
        problems.AddUnless(request.File.ProblemAsDocument is null, $"{prefix}File", request.File.ProblemAsDocument ?? "");
        problems.AddUnless(
            request.File.Length <= request.MaxDocumentSize,
            $"{prefix}File",
            $"{request.File.Name} has {request.File.Length} bytes; the service takes at most {request.MaxDocumentSize}");
        problems.AddUnless(request.Name is null || !string.IsNullOrWhiteSpace(request.Name), $"{prefix}DocumentName", "a name is needed");
        problems.AddUnlessWebAddress(request.LogoAddress, $"{prefix}Logo");
        problems.AddUnlessEmail(request.Assignee, $"{prefix}AssignTo");
        problems.AddUnlessEmail(request.SignedDocumentAddress, $"{prefix}SignedDocumentTo");
    }

    private void CheckSigner(string path, SignerBuilder signer)
    {
        problems.AddUnless(!string.IsNullOrWhiteSpace(signer.Name), $"{path}.Name", "a name is needed");
        problems.AddUnlessEmail(signer.EmailAddress, $"{path}.Email");
        problems.AddUnless(signer.MobileNumber is not { } mobile || MobileNumber.IsE164(mobile), $"{path}.Mobile", "a number like +32470000001 is needed (E.164)");
        problems.AddUnless(signer.Fields.Count > 0, $"{path}.Fields", "there is nothing for this signer to do");
        problems.AddUnless(!_isOrderedByGroups || signer.GroupNumber is not null, $"{path}.Group", "either every signer has a group or none");
        problems.AddUnless(!request.IsInOrder || signer.GroupNumber is null, $"{path}.Group", "the order is that of the signers already");
    }

    /// <summary>The service knows its users: what is said of them here would be lost.</summary>
    private void CheckUser(string path, SignerBuilder user)
    {
        problems.AddUnlessEmail(user.EmailAddress ?? "", $"{path}.Email");
        problems.AddUnless(user.Fields.Count > 0, $"{path}.Fields", "there is nothing for this user to do");
        problems.AddUnless(user.MobileNumber is null, $"{path}.Mobile", "the service takes it from the user's profile");
        problems.AddUnless(user.Capacity is null, $"{path}.ActingAs", "the service takes it from the user's profile");
        problems.AddUnless(user.MessageLanguage is null, $"{path}.Language", "the service takes it from the user's profile");
        problems.AddUnless(user.GroupNumber is null, $"{path}.Group", "users countersign after all others");
    }

    private IReadOnlyList<WorkflowStep>? WorkflowOf((string Path, SignerId Id, SignerBuilder Signer)[] signers)
        => request.IsInOrder || _isOrderedByGroups
            ? [.. signers.Select((entry, index) => new WorkflowStep { SignerId = entry.Id, Sequence = entry.Signer.GroupNumber ?? index + 1 })]
            : null;

    /// <summary>The names that were given, so that those made up for signatures are different.</summary>
    private void CollectNames()
        => _givenNames.UnionWith(request.Signers.Concat(request.Countersigners).SelectMany(static signer => signer.Fields).Select(static field => field.Name).OfType<string>());

    private IEnumerable<FormField> FieldsOf(string signerPath, SignerId signerId, SignerBuilder signer)
    {
        for (int index = 0; index < signer.Fields.Count; index++)
        {
            FieldDraft field = signer.Fields[index];
            string path = string.IsNullOrWhiteSpace(field.Name) ? $"{signerPath}.Fields[{index}]" : $"{signerPath}.Fields[\"{field.Name}\"]";
            CheckField(path, field);
            FieldBox box = FieldBox.Of(field, pages, path, problems);
            yield return new FormField
            {
                InputType = field.Type,
                Name = field.Name ?? NewSignatureName(),
                SignerId = signerId,
                PageIndex = box.PageIndex,
                X = box.X,
                Y = box.Y,
                Width = box.Width,
                Height = box.Height,
                Marker = box.Marker,
                IsRequired = field.IsRequired,
                IsReadOnly = field.IsReadOnly,
                SigningOptions = field.SigningOptions,
                Value = field.Value,
                IsChecked = field.IsChecked,
                SelectOptions = field.Choices is { } choices ? [.. choices.Select(static choice => new SelectOption(choice))] : null,
                Validation = field.Validation,
            };
        }
    }

    private void CheckField(string path, FieldDraft field)
    {
        bool isText = field.Type == InputType.Text || field.Type == InputType.TextArea;
        bool isCheckBox = field.Type == InputType.CheckBox;
        problems.AddUnless(field.Name is null || !string.IsNullOrWhiteSpace(field.Name), $"{path}.Name", "a name is needed");
        problems.AddUnless(field.Name is null || _seenNames.Add(field.Name), $"{path}.Name", "another field has this name too");
        problems.AddUnless(!string.IsNullOrEmpty(field.Type.Value), $"{path}.Type", "a kind is needed");
        problems.AddUnless(field.Validation is null || isText, $"{path}.Validation", "only text fields and text areas have a rule");
        problems.AddUnless(field.IsChecked is null || isCheckBox, $"{path}.Checked", "only a check box begins ticked");
        problems.AddUnless(field.Value is null || !isCheckBox, $"{path}.Value", "a check box is ticked or not: say Checked");
        problems.AddUnless(
            isCheckBox || field.IsReadOnly is not true || field.IsRequired is not true || !string.IsNullOrEmpty(field.Value),
            $"{path}.Value",
            "a required field that cannot be changed needs a value");
        CheckChoices(path, field);
    }

    private void CheckChoices(string path, FieldDraft field)
    {
        if (field.Choices is not { } choices)
        {
            problems.AddUnless(field.Type != InputType.Select, $"{path}.Choices", "a list to choose from needs choices: say SelectField");
            return;
        }

        problems.AddUnless(choices.Count > 0 && choices.All(static choice => !string.IsNullOrWhiteSpace(choice)), $"{path}.Choices", "choices are needed, each with a text");
        problems.AddUnless(choices.Distinct(StringComparer.Ordinal).Count() == choices.Count, $"{path}.Choices", "each choice once");
        problems.AddUnless(field.Value is null || choices.Contains(field.Value, StringComparer.Ordinal), $"{path}.Value", "this is none of the choices");
    }

    private string NewSignatureName()
    {
        int number = 1;
        while (!_givenNames.Add($"SIG_FIELD_{number}"))
        {
            number++;
        }

        return $"SIG_FIELD_{number}";
    }
}
