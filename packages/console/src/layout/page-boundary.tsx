import { Component, type ReactNode } from 'react';
import { BrokenPage } from './broken-page.tsx';

interface PageBoundaryProps {
  /** The address of the page: at another one, what broke is forgotten. */
  readonly place: string;
  readonly children: ReactNode;
}

interface Breakage {
  readonly place: string;
  readonly broken?: { readonly error: unknown } | undefined;
}

/** Keeps the frame around a page that breaks, and the way to others. */
export class PageBoundary extends Component<PageBoundaryProps, Breakage> {
  override state: Breakage = { place: this.props.place };

  static getDerivedStateFromProps({ place }: PageBoundaryProps, before: Breakage): Breakage | null {
    return place === before.place ? null : { place, broken: undefined };
  }

  static getDerivedStateFromError(error: unknown): Pick<Breakage, 'broken'> {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    return broken ? <BrokenPage error={broken.error} /> : this.props.children;
  }
}
